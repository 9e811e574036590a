import type { Theme } from "./theme.ts";

export const technologyThemes: readonly Theme[] = [
  {
    titles: [
      "Bảng cảnh báo mực nước suối bằng cảm biến siêu âm tự lắp",
      "Trạm đo mưa giá rẻ gửi tin nhắn về thôn",
    ],
    problem: ["Lũ ống về nhanh trong đêm, tin báo từ trên xuống đến thôn thường muộn."],
    how: [
      "Cảm biến đặt dưới cầu đo mỗi {so:2-5} phút, vượt mức thì gửi tin nhắn cho trưởng thôn và bật còi.",
      "Nguồn điện là tấm pin {so:10-20} W và ắc quy xe máy cũ.",
      "Số liệu được lưu để năm sau đặt lại ngưỡng cho đúng từng đoạn suối.",
    ],
    conditions: ["Có sóng di động, người trực thay phiên mùa mưa, chi phí {tien:3-9} một trạm."],
    benefits: ["Báo trước lũ {so:35-80} phút trong {so:2-5} đợt mưa, không có người bị cuốn trôi."],
  },
  {
    titles: ["Bảng tính tự kiểm tra lỗi hồ sơ thanh toán", "Mẫu biểu tự điền từ dữ liệu dân cư đã có"],
    problem: ["Hồ sơ bị trả lại vì sai số học hoặc sai mã, mỗi lần sửa mất {so:1-3} ngày."],
    how: [
      "Bảng tính có {so:18-45} luật kiểm, ô sai hiện lời giải thích và cách sửa.",
      "Dữ liệu đã nhập một lần được dùng lại ở mọi biểu, không phải gõ lại.",
      "Mỗi tháng các luật được bổ sung từ những lỗi mới gặp.",
    ],
    conditions: ["Máy tính văn phòng thông thường, không cần mua phần mềm."],
    benefits: [
      "Hồ sơ bị trả lại giảm từ {pt:18-32} xuống {pt:2-6}, tiết kiệm {so:120-360} giờ công một năm.",
    ],
  },
  {
    titles: [
      "Tổ công nghệ số “cầm tay chỉ việc” theo giờ chợ",
      "Lớp điện thoại thông minh cho người trên sáu mươi tuổi",
    ],
    problem: [
      "Nhiều người có điện thoại thông minh nhưng chỉ để nghe gọi, thủ tục trực tuyến đều nhờ người khác làm.",
    ],
    how: [
      "Bàn hướng dẫn đặt ở chợ và nhà văn hóa, mỗi người học một việc trong mười lăm phút rồi tự làm lại.",
      "Tài liệu chữ lớn, mỗi trang một thao tác, có ảnh chụp đúng máy của người học.",
      "Học viên cũ kèm học viên mới, mỗi người giúp ba người.",
    ],
    conditions: ["{so:8-20} tình nguyện viên, mạng Wi-Fi và tài liệu in."],
    benefits: ["{so:340-1700} lượt người được hướng dẫn, {pt:60-82} tự nộp được hồ sơ trực tuyến."],
  },
  {
    titles: [
      "Bản đồ số cây xanh và đèn đường do người dân cập nhật",
      "Mã số cột đèn để báo hỏng bằng một tin nhắn",
    ],
    problem: ["Đèn hỏng, cây nghiêng báo bằng lời nên đội sửa đi tìm mất thời gian."],
    how: [
      "Mỗi cột, mỗi cây có một mã; người dân nhắn mã là hệ thống biết vị trí.",
      "Đội sửa xong chụp ảnh, người báo nhận được tin trả lời.",
      "Điểm hỏng nhiều lần được đưa vào kế hoạch thay mới.",
    ],
    conditions: ["Biển mã nhôm, một bảng dữ liệu chung và một số điện thoại."],
    benefits: ["Thời gian sửa trung bình giảm từ {so:6-11} ngày còn {so:1-2} ngày, đã gắn {so:420-2300} mã."],
  },
  {
    titles: [
      "Tự động nhắc hạn hồ sơ bằng lịch dùng chung",
      "Trợ lý trả lời câu hỏi thủ tục trên trang của đơn vị",
    ],
    problem: ["Câu hỏi lặp lại chiếm hơn nửa thời gian trực điện thoại, hạn xử lý thì nhớ bằng trí nhớ."],
    how: [
      "{so:60-180} câu hỏi thường gặp được viết thành câu trả lời ngắn, có dẫn văn bản và ngày kiểm lại.",
      "Câu nào không có trong danh sách được chuyển cho người trực, trả lời xong thì bổ sung.",
      "Lịch nhắc trước hạn ba ngày và một ngày, gửi đúng người đang giữ hồ sơ.",
    ],
    conditions: ["Người phụ trách nội dung và quy trình duyệt câu trả lời."],
    benefits: ["Cuộc gọi giảm {pt:28-46}, hồ sơ quá hạn giảm còn {pt:1-4}."],
  },
];
