import { addWords } from "../../../words/vietnamese.ts";

export const inAppVi = {
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
} as const;

addWords(inAppVi);
