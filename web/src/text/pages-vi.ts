/** Words of the shell. */
export const pagesVi = {
  "brand.name": "Đoàn kết sáng tạo",
  "brand.issuer": "Phong trào thi đua do Mặt trận Tổ quốc Việt Nam phát động",
  "brand.staff": "Trang của cán bộ và Hội đồng",
  "shell.skip": "Đến nội dung chính",
  "shell.nav": "Chính",
  "shell.demo":
    "Bản minh họa: đơn vị và đợt phát động trên trang này chỉ để thử, hồ sơ gửi ở đây không được xét.",
  "shell.demo.label": "Bản minh họa",
  "shell.loading": "Đang tải…",
  "shell.foot": "Ai cũng có thể gửi sáng kiến. Không cần tài khoản.",
  "shell.staff": "Cán bộ đăng nhập",
  "inApp.label": "Đang mở trong Zalo",
  "inApp.text":
    "Trang này đang mở trong Zalo. Những gì ông/bà nhập được giữ trong trình duyệt này; muốn làm tiếp ở nơi khác, hãy dùng liên kết làm tiếp của bản nháp.",
  "inApp.how.android": "Nên mở bằng trình duyệt của máy để gửi tệp và in được dễ dàng.",
  "inApp.how.other":
    "Nên mở bằng trình duyệt của máy: bấm dấu ba chấm ở góc trên rồi chọn “Mở bằng trình duyệt”.",
  "inApp.open": "Mở bằng trình duyệt",
  "inApp.copy": "Chép địa chỉ trang",
  "inApp.copied": "Đã chép. Hãy dán vào trình duyệt.",
  "inApp.copyFailed": "Máy không cho chép. Hãy bấm dấu ba chấm ở góc trên.",
  "inApp.close": "Ẩn",
  "nav.submit": "Gửi",
  "nav.follow": "Tra cứu",
  "notFound.title": "Không có trang này",
  "notFound.text": "Địa chỉ có thể đã được gõ sai, hoặc trang đã được dời đi.",
  "notFound.home": "Về trang đầu",
} as const;
