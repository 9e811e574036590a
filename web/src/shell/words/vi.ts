import { addWords } from "../../words/vietnamese.ts";

export const shellVi = {
  "brand.name": "Đoàn kết sáng tạo",
  "brand.issuer": "Phong trào thi đua do Mặt trận Tổ quốc Việt Nam phát động",
  "brand.staff": "Trang của cán bộ và Hội đồng",
  "shell.skip": "Đến nội dung chính",
  "shell.nav": "Chính",
  "shell.demo":
    "Bản minh họa: đơn vị và đợt phát động trên trang này chỉ để thử, hồ sơ gửi ở đây không được xét.",
  "shell.demo.label": "Minh họa",
  "shell.loading": "Đang tải…",
  "shell.proving": "Đang kiểm tra máy…",
  "shell.foot": "Ai cũng có thể gửi sáng kiến. Không cần tài khoản.",
  "shell.staff": "Cán bộ đăng nhập",
  "waiting.title": "Hồ sơ đang chờ mạng, sẽ tự gửi",
  "waiting.sent": "Hồ sơ chờ mạng đã được gửi. Xem giấy biên nhận",
  "nav.submit": "Gửi",
  "nav.follow": "Tra cứu",
} as const;

addWords(shellVi);
