export const jobMessagesVi = {
  "job.id.invalid": "Mã tác vụ không hợp lệ.",
  "job.kind.invalid": "Không có loại tác vụ này.",
  "job.failed": "Hệ thống gặp lỗi và đã dừng sau nhiều lần thử. Thử lại sau, hoặc báo người vận hành.",
  "export.list.invalid": "Không có danh sách này để xuất. Tải lại trang rồi chọn lại.",
  "export.format.invalid": "Chọn XLSX hoặc CSV.",
} as const;
