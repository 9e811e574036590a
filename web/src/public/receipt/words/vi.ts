import { addWords } from "../../../words/vietnamese.ts";

export const receiptVi = {
  "receipt.download": "Tải giấy biên nhận (PDF)",
  "receipt.waiting": "Đang lập giấy biên nhận, thường mất vài giây…",
  "receipt.ready": "Đã có giấy biên nhận. Tệp đang được tải về.",
  "receipt.late": "Giấy biên nhận chưa lập xong. Hồ sơ đã được nhận; hãy thử tải lại sau ít phút.",
  "receipt.offline": "Không có mạng. Hãy thử lại khi có mạng.",
  "lostKey.title": "Mất khóa?",
  "lostKey.lead":
    "Nhập mã hồ sơ và địa chỉ thư đã ghi khi gửi. Khóa mới được gửi đến địa chỉ đó, mỗi giờ tối đa năm thư. Khóa cũ vẫn dùng được cho đến khi mở liên kết mới lần đầu.",
  "lostKey.noMail":
    "Nếu khi gửi không ghi địa chỉ thư, hãy mang giấy tờ tùy thân đến nơi tiếp nhận để được cấp khóa mới.",
  "lostKey.email": "Địa chỉ thư điện tử",
  "lostKey.email.bad": "Hãy nhập địa chỉ thư điện tử, ví dụ ten@example.vn.",
  "lostKey.failed": "Chưa gửi được yêu cầu. Hãy thử lại sau ít phút.",
  "lostKey.send": "Xin khóa mới",
  "lostKey.sending": "Đang gửi…",
  "lostKey.sent":
    "Đã ghi nhận yêu cầu. Nếu mã và địa chỉ khớp với hồ sơ, thư có khóa mới sẽ đến trong vài phút. Nếu không thấy, hãy xem cả hộp thư rác.",
};

addWords(receiptVi);
