import { addWords } from "../../words/vietnamese.ts";

export const attachmentsVi = {
  "attachments.attached": "Tệp kèm theo",
  "attachments.hint":
    "Ảnh, bản vẽ, bảng số liệu, nếu có. Nhiều nhất 5 tệp, cộng lại 20 MB: PDF, Word, Excel, ảnh. Ảnh được thu nhỏ trước khi gửi.",
  "attachments.choose": "Chọn tệp hoặc chụp ảnh",
  "attachments.more": "Thêm tệp",
  "attachments.preparing": "Đang chuẩn bị tệp…",
  "attachments.sending": "Đang gửi {percent}%",
  "attachments.checking": "Đã gửi lên, đang kiểm tra mã độc",
  "attachments.clean": "Đã gửi lên và đã kiểm tra",
  "attachments.slow":
    "Kiểm tra lâu hơn thường lệ. Sau {hours} giờ mà chưa xong thì tệp không được nhận; khi đó người gửi hãy gửi lại tệp ở trang theo dõi.",
  "attachments.slow.form":
    "Kiểm tra lâu hơn thường lệ. Ông/bà vẫn gửi hồ sơ được; kết quả kiểm tra có ở trang theo dõi. Sau {hours} giờ mà chưa xong thì tệp không được nhận; khi đó hãy gửi lại tệp.",
  "attachments.refused.told": "Không nhận được tệp {name}.",
  "attachments.passed.told": "Tệp {name} đã kiểm tra xong.",
  "attachments.replace": "Chọn tệp khác",
  "attachments.replace.what": "Chọn tệp khác thay cho {name}",
  "attachments.edit": "Thay hoặc bỏ tệp",
  "attachments.edit.title": "Thay hoặc bỏ tệp kèm theo",
  "attachments.edit.refusedOnly": "Hồ sơ đang ở Hội đồng nên chỉ thay hoặc bỏ được tệp không nhận được.",
  "attachments.edit.save": "Lưu các tệp",
  "attachments.edit.cancel": "Thôi",
  "attachments.edit.saved": "Đã lưu các tệp của hồ sơ.",
  "attachments.remove": "Bỏ tệp",
  "attachments.remove.what": "Bỏ tệp {name}",
  "attachments.retry": "Gửi lại",
  "attachments.retry.what": "Gửi lại tệp {name}",
  "attachments.removed": "Đã bỏ tệp {name}.",
  "attachments.done": "Tệp {name} đã gửi lên.",
  "attachments.offline": "Mất mạng giữa chừng. Có mạng trở lại, tệp tự gửi tiếp.",
  "attachments.failed": "Chưa gửi được tệp. Hãy thử lại.",
  "attachments.lost": "Tệp này chưa gửi xong khi trang bị đóng. Hãy bỏ ra và chọn lại.",
  "attachments.notChosen": "Chưa nhận tệp {name}:",
  "attachments.state.checking": "Đang kiểm tra",
  "attachments.state.clean": "Đã nhận",
  "attachments.state.refused": "Không nhận",
  "download.offline": "Không có mạng. Hãy thử lại khi có mạng.",
  "attachments.open": "Tải về {name}",
} as const;

addWords(attachmentsVi);
