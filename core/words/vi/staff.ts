export const staffMessagesVi = {
  "staff.id.invalid": "Mã tài khoản không đúng. Hãy tải lại trang rồi mời lại.",
  "staff.name.required": "Hãy nhập họ và tên.",
  "staff.name.tooLong": "Họ và tên dài {length} ký tự, nhiều nhất {max}.",
  "staff.reason.required": "Hãy nhập lý do.",
  "staff.reason.tooLong": "Lý do dài {length} ký tự, nhiều nhất {max}.",
  "staff.grants.required": "Hãy giao ít nhất một vai trò. Muốn thôi giao tất cả, hãy khóa tài khoản.",
  "staff.grants.long": "Một người có nhiều nhất {max} vai trò.",
  "staff.grant.twice": "Vai trò này đã được giao ở dòng trên. Hãy bỏ một dòng.",
  "staff.grant.unitUnknown": "Không có đơn vị này. Hãy chọn đơn vị khác.",
  "staff.grant.unitEnded": "Đơn vị này đã kết thúc hoạt động. Hãy chọn đơn vị kế thừa.",
  "staff.grant.outside":
    "Đơn vị này không thuộc phạm vi quản trị của ông/bà. Hãy chọn đơn vị của ông/bà hoặc cấp dưới.",
  "staff.grant.outsideTaken": "Vai trò ở đơn vị ngoài phạm vi của ông/bà chỉ quản trị ở đó được bỏ.",
  "staff.grant.council": "Hội đồng này không thuộc đơn vị đã chọn. Hãy chọn lại hội đồng.",
  "staff.to.required": "Hãy chọn người nhận bàn giao.",
  "staff.to.invalid": "Người này không nhận bàn giao được. Hãy chọn người khác có tài khoản đang dùng.",
} as const;
