import type { Theme } from "./theme.ts";

export const administrationThemes: readonly Theme[] = [
  {
    titles: [
      "Trả kết quả thủ tục hành chính tại nhà cho người cao tuổi",
      "Chuyến xe thủ tục về thôn xa mỗi tháng hai buổi",
    ],
    problem: ["Người ở xa trung tâm xã mới phải đi {so:12-38} km để nộp và lấy một tờ giấy."],
    how: [
      "Danh sách kết quả được gom theo thôn, đoàn viên và nhân viên bưu điện mang đến đúng lịch đã hẹn.",
      "Máy tính xách tay, máy in và chữ ký số đi cùng xe nên nhiều việc làm xong tại chỗ.",
      "Trước ngày đến, trưởng thôn đọc loa những giấy tờ cần mang theo.",
    ],
    conditions: ["Xe, bộ thiết bị lưu động, lịch cố định được niêm yết tại nhà văn hóa."],
    benefits: [
      "Phục vụ {so:260-1400} lượt, mỗi lượt bớt {so:2-4} giờ đi lại, hồ sơ trễ hạn giảm còn {pt:1-3}.",
    ],
  },
  {
    titles: [
      "Phiếu hướng dẫn một trang cho {so:12-30} thủ tục hay hỏi",
      "Viết lại giấy hẹn và thông báo bằng lời dễ hiểu",
    ],
    problem: [
      "Giấy hướng dẫn dài, dùng nhiều từ chuyên môn, người dân phải đi lại {so:2-3} lần vì thiếu giấy.",
    ],
    how: [
      "Mỗi thủ tục gói trong một mặt giấy: ai làm, mang gì, bao lâu, bao nhiêu tiền, hỏi ai.",
      "Bản nháp được đưa cho năm người dân đọc thử, chỗ nào hiểu sai thì sửa.",
      "Phiếu có mã quét để xem video ngắn quay ngay tại quầy.",
    ],
    conditions: ["Cán bộ chuyên môn và người phụ trách truyền thông cùng làm, máy in màu."],
    benefits: ["Hồ sơ phải bổ sung giảm {pt:35-60}, thời gian hướng dẫn tại quầy giảm còn {so:3-6} phút."],
  },
  {
    titles: [
      "Sổ việc chung thay báo cáo tuần giữa các bộ phận",
      "Họp đứng mười lăm phút đầu ngày theo bảng việc",
    ],
    problem: ["Mỗi tuần chuyên viên mất gần một buổi viết báo cáo mà nội dung lặp lại."],
    how: [
      "Việc được ghi trên một bảng chung bốn cột, ai nhận thì kéo tên mình vào.",
      "Đầu giờ sáng cả phòng đứng trước bảng, chỉ nói việc vướng và ai giúp.",
      "Báo cáo tháng được rút thẳng từ bảng, không phải viết lại.",
    ],
    conditions: ["Bảng trên máy hoặc bảng trắng, trưởng phòng giữ đúng giờ."],
    benefits: ["Bớt {so:40-110} giờ viết báo cáo mỗi tháng, việc quá hạn giảm {pt:30-48}."],
  },
  {
    titles: [
      "Số hóa hồ sơ lưu trữ theo lô nhỏ cùng sinh viên thực tập",
      "Quy tắc đặt tên tệp và thư mục dùng chung trong cơ quan",
    ],
    problem: [
      "Tìm một quyết định cũ mất cả buổi, mỗi người lưu một kiểu, nhiều bản không biết bản nào cuối.",
    ],
    how: [
      "Tệp được đặt tên theo ngày, số, loại và trích yếu; một trang hướng dẫn dán cạnh máy quét.",
      "Hồ sơ chia lô {so:50-120} tờ, quét xong kiểm chéo ngay trong ngày.",
      "Bản trùng được gom riêng, mỗi quý dọn một lần có biên bản.",
    ],
    conditions: ["Máy quét hai mặt, ổ lưu dùng chung có sao lưu."],
    benefits: ["Đã quét {so:8000-42000} trang, thời gian tìm hồ sơ từ hàng giờ còn dưới {so:3-6} phút."],
  },
  {
    titles: ["Lịch tiếp dân rõ người, rõ việc dán mã QR", "Hộp thư phản ánh có số theo dõi tại quầy một cửa"],
    problem: ["Phản ánh của người dân không có số nên không ai biết đã trả lời hay chưa."],
    how: [
      "Mỗi phản ánh nhận một số, người gửi tra được tình trạng mà không cần tên.",
      "Ba ngày chưa có người nhận thì tự chuyển lên lãnh đạo phụ trách.",
      "Câu trả lời hay được gom thành mục hỏi đáp để người sau khỏi hỏi lại.",
    ],
    conditions: ["Bảng theo dõi chung và quy chế trả lời trong {so:5-10} ngày."],
    benefits: ["{so:120-520} phản ánh được trả lời, {pt:88-97} đúng hạn."],
  },
];
