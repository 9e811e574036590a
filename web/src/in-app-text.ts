/** What is said inside another app's browser. */
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

/** The same in English. */
export const inAppEn: Record<keyof typeof inAppVi, string> = {
  "inApp.label": "Opened inside Zalo",
  "inApp.text":
    "This page is open inside Zalo. What you type is kept in this browser; to go on elsewhere, use the draft's link for continuing.",
  "inApp.how.android": "Your phone's own browser makes it easier to send files and print.",
  "inApp.how.other":
    "Better open it in your phone's own browser: tap the three dots at the top, then “Open in browser”.",
  "inApp.open": "Open in browser",
  "inApp.copy": "Copy the address",
  "inApp.copied": "Copied. Paste it into the browser.",
  "inApp.copyFailed": "The phone does not allow copying. Tap the three dots at the top.",
  "inApp.close": "Hide",
};
