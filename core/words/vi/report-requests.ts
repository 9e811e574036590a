/** What the rules of report requests and submissions say, in Vietnamese. */
export const reportRequestMessagesVi = {
  "reportRequest.id.invalid": "Mã yêu cầu không đúng. Hãy tải lại trang rồi gửi lại.",
  "reportRequest.title.required": "Hãy nhập tiêu đề của yêu cầu.",
  "reportRequest.title.tooLong": "Tiêu đề dài {length} ký tự, nhiều nhất {max}.",
  "reportRequest.text.invalid": "Nội dung yêu cầu không đúng.",
  "reportRequest.text.tooLong": "Nội dung dài {length} ký tự, nhiều nhất {max}.",
  "reportRequest.dueOn.required": "Hãy nhập hạn nộp.",
  "reportRequest.dueOn.invalid": "Hãy nhập hạn nộp là một ngày có thật.",
  "reportRequest.dueOn.past": "Hạn nộp đã qua. Hãy chọn từ hôm nay ({day}) trở đi.",
  "reportRequest.period.backwards": "Cuối kỳ báo cáo phải từ đầu kỳ trở đi.",
  "reportRequest.period.other": "Yêu cầu này hỏi kỳ {from} – {to}. Hãy lập báo cáo của đúng kỳ đó rồi nộp.",
  "reportRequest.units.required": "Hãy chọn ít nhất một đơn vị.",
  "reportRequest.units.tooMany": "Danh sách đơn vị quá dài. Hãy chia thành nhiều yêu cầu.",
  "reportRequest.unit.unknown": "Không có đơn vị này. Hãy bỏ khỏi danh sách.",
  "reportRequest.unit.twice": "{unit} đã có trong danh sách. Hãy bỏ một dòng.",
  "reportRequest.unit.outside": "{unit} không thuộc đơn vị ra yêu cầu. Hãy bỏ khỏi danh sách.",
  "reportRequest.unit.ended":
    "{unit} kết thúc hoạt động ngày {day}, trước hạn nộp. Hãy bỏ khỏi danh sách hoặc chọn đơn vị kế thừa.",
  "reportRequest.unit.notYet": "{unit} chưa thành lập vào hạn nộp. Hãy bỏ khỏi danh sách.",
  "reportRequest.reason.required": "Hãy nhập lý do trả lại để đơn vị biết cần sửa gì.",
  "reportRequest.reason.tooLong": "Lý do dài {length} ký tự, nhiều nhất {max}.",
  "problem.reportRequest.invalid": "Yêu cầu báo cáo chưa hợp lệ. Hãy sửa các mục được nêu.",
  "problem.reportRequest.notFound": "Không tìm thấy yêu cầu báo cáo này.",
  "problem.reportRequest.taken": "Mã yêu cầu đã dùng cho nội dung khác. Hãy tải lại trang rồi gửi lại.",
  "problem.reportRequest.closed":
    "Yêu cầu này đã đóng nên không nhận gì thêm. Hãy liên hệ đơn vị ra yêu cầu.",
  "problem.reportRequest.notAsked": "Yêu cầu này không hỏi báo cáo của đơn vị đã chọn.",
  "problem.reportRequest.otherPeriod": "Báo cáo này thuộc kỳ khác với kỳ được yêu cầu.",
  "problem.reportRequest.notApproved": "Báo cáo chưa được duyệt. Hãy duyệt báo cáo rồi nộp.",
  "problem.reportRequest.editionChanged":
    "Báo cáo vừa thay đổi so với bản đang xem. Hãy tải lại, xem lại rồi nộp.",
  "problem.reportRequest.returnedSame":
    "Bản này đã bị trả lại. Hãy mở lại báo cáo, sửa theo lý do trả lại, duyệt rồi nộp bản mới.",
  "problem.reportRequest.isReturned": "Bản này đã được trả lại rồi.",
} as const;
