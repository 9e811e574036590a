import { addWords } from "../../../words/vietnamese.ts";

export const homeVi = {
  "home.title": "Có cách làm hay? Hãy gửi để nhiều nơi cùng dùng.",
  "home.lead":
    "Giải pháp đã áp dụng hay ý tưởng mới, của một người hay cả tập thể. Đơn vị của ông/bà xem xét, Hội đồng chấm và công nhận, nơi khác học theo.",
  "home.submit": "Gửi sáng kiến",
  "home.resume": "Viết tiếp hồ sơ đang làm",
  "home.follow": "Tra cứu hồ sơ đã gửi",
  "home.campaign": "{name}: nhận hồ sơ đến hết ngày {day}.",
  "home.next": "{name}: nhận hồ sơ từ ngày {day}.",
  "home.late": "{name}: đã hết hạn; hồ sơ tới trước {until} vẫn được nhận, ghi là nhận sau hạn.",
  "home.arriving":
    "Bản minh họa đang nạp hồ sơ: còn {count} hồ sơ. Danh sách và số liệu chưa đủ cho đến khi nạp xong.",
  "home.closed": "Hiện chưa có đợt phát động nào đang nhận hồ sơ.",
  "home.failed": "Chưa tải được thông tin đợt phát động. Trang vẫn dùng được; hãy thử lại khi có mạng.",
  "home.steps": "Từ lúc gửi đến lúc được công nhận",
  "home.step1": "Ông/bà gửi",
  "home.step1.text":
    "Điền biểu mẫu trên điện thoại, khoảng 15 phút. Viết dở thì máy giữ lại. Gửi xong có mã hồ sơ.",
  "home.step2": "Đơn vị xem xét",
  "home.step2.text":
    "Nơi ông/bà làm việc hoặc cư trú trả lời trong một tháng: tiếp nhận, hoặc nói rõ cần bổ sung gì.",
  "home.step3": "Hội đồng công nhận",
  "home.step3.text":
    "Hội đồng xét tính mới, tính phù hợp, tính tập thể, tính thiết thực và hiệu quả, rồi ra quyết định.",
  "home.step4": "Nơi khác áp dụng",
  "home.step4.text": "Sáng kiến được công nhận thì được biểu dương; đơn vị, khu dân cư khác có thể học theo.",
  "home.need": "Cần chuẩn bị gì",
  "home.need1": "Họ tên, ngày sinh, nơi làm việc hoặc cư trú của từng tác giả, và tỷ lệ đóng góp.",
  "home.need2": "Ngày áp dụng lần đầu hoặc áp dụng thử, nếu đã làm.",
  "home.need3": "Mô tả cách làm, điều kiện để áp dụng và lợi ích thu được.",
  "home.paper":
    "Không dùng được mạng? Hãy nộp hồ sơ giấy tại đơn vị; cán bộ sẽ nhập giúp và đưa lại mã hồ sơ.",
} as const;

addWords(homeVi);
