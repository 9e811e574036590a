export const achievements = [
  "Có thành tích xuất sắc trong phong trào thi đua “Đoàn kết sáng tạo” năm {nam}",
  "Vận động nhân dân góp {so:120-900} ngày công làm đường và cây xanh ở {noi}",
  "Nhiều năm hướng dẫn bà con áp dụng sáng kiến vào sản xuất",
  "Duy trì tổ tự quản hoạt động đều, được nhân dân tin cậy",
  "Tổ chức {so:3-12} buổi giới thiệu sáng kiến ở khu dân cư",
  "Vận động giúp đỡ {so:5-40} hộ khó khăn vươn lên",
] as const;

export const collectiveAchievements = [
  "Dẫn đầu phong trào thi đua “Đoàn kết sáng tạo” năm {nam}",
  "Có nhiều sáng kiến được công nhận và áp dụng trong năm {nam}",
  "Tổ chức tốt việc tiếp nhận, xét và nhân rộng sáng kiến ở {noi}",
] as const;

export const cancellationReason =
  "Kết luận kiểm tra xác định báo cáo thành tích kê khai không đúng; đề nghị hủy bỏ quyết định và thu hồi tiền thưởng.";
