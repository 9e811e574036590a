import type { Theme } from "./theme.ts";

export const industryThemes: readonly Theme[] = [
  {
    titles: ["Máy tách vỏ tỏi dùng khí nén cho cơ sở nhỏ", "Bàn xoay phân loại nho theo cỡ trái"],
    problem: ["Bóc và phân loại bằng tay, mỗi người chỉ được {so:9-16} ký một giờ, hàng dễ dập."],
    how: [
      "Khí nén {so:4-6} bar thổi xoáy trong buồng nhựa trong, vỏ bay lên lưới, tép rơi xuống khay.",
      "Bàn xoay ba vòng lỗ tăng dần, trái rơi nhẹ xuống máng lót mút.",
      "Mọi chi tiết tháo rửa được bằng tay trong mười phút.",
    ],
    conditions: ["Máy nén khí {so:1-3} HP, thợ cơ khí địa phương làm được theo bản vẽ kèm theo."],
    benefits: ["Năng suất tăng {so:5-9} lần, hàng dập giảm còn {pt:2-5}, thu hồi vốn sau {so:4-8} tháng."],
  },
  {
    titles: [
      "Lò sấy chuối bằng năng lượng mặt trời kết hợp quạt hút",
      "Nhà phơi cá cơm kín bụi bằng màng nhà kính cũ",
    ],
    problem: ["Phơi ngoài trời gặp mưa và bụi, mẻ hàng hỏng phải bán rẻ."],
    how: [
      "Khung thép phủ màng, không khí nóng đi qua tấm tôn đen rồi được quạt đẩy qua {so:6-12} tầng khay.",
      "Cảm biến nhiệt độ giá rẻ bật tắt quạt, ban đêm dùng than ép từ vỏ trấu.",
      "Khay lưới inox thay được, rửa bằng nước áp lực.",
    ],
    conditions: ["Diện tích {so:20-60} m² không bóng râm, chi phí {tien:18-60}."],
    benefits: ["Thời gian sấy giảm {pt:30-45}, hàng đạt loại một tăng từ {pt:55-68} lên {pt:86-95}."],
  },
  {
    titles: ["Đồ gá hàn lan can giảm sai lệch", "Khuôn đúc gạch không nung tự tháo"],
    problem: ["Sản phẩm phải chỉnh lại nhiều, mỗi ca hỏng {pt:6-12}."],
    how: [
      "Đồ gá có chốt định vị và kẹp nhanh, thợ mới làm được sau nửa ngày.",
      "Các kích thước hay đổi được khắc vạch, đổi cỡ trong {so:4-8} phút.",
      "Mỗi ca đo năm sản phẩm đầu, lệch quá một mi-li-mét thì dừng chỉnh.",
    ],
    conditions: ["Thép tấm tận dụng, máy khoan bàn và thợ nguội."],
    benefits: ["Hàng hỏng còn {pt:1-3}, mỗi tháng lợi {tien:8-32}, thợ bớt khom lưng."],
  },
  {
    titles: [
      "Tiết kiệm điện xưởng may bằng đổi ca và đèn theo bàn",
      "Thu hồi nước rửa chai để dội sân và tưới cây",
    ],
    problem: ["Tiền điện, nước chiếm phần lớn chi phí mà nhiều lúc máy chạy không tải."],
    how: [
      "Đồng hồ phụ gắn theo dãy, số đọc mỗi ca dán lên bảng để tổ tự so.",
      "Đèn trần tắt bớt, mỗi bàn một đèn LED có công tắc gối.",
      "Nước rửa lần cuối được giữ lại cho lần rửa đầu của mẻ sau.",
    ],
    conditions: ["Chi phí lắp {tien:12-45}, công đoàn vận động và có thưởng theo tổ."],
    benefits: ["Điện giảm {pt:14-26}, nước giảm {pt:28-44}, tiết kiệm {tien:60-240} một năm."],
  },
  {
    titles: ["Bao bì lá buông cho đặc sản thay hộp xốp", "Tận dụng mạt dừa nước làm viên nén"],
    problem: ["Bao bì nhựa đắt và khách du lịch phàn nàn, phụ phẩm thì bỏ."],
    how: [
      "Lá được hấp, ép phẳng và dập theo ba cỡ, khâu bằng sợi chuối.",
      "Phụ phẩm nghiền, trộn bột sắn làm chất kết dính, ép ở {so:80-120} kg lực.",
      "Hộ nhận khoán tại nhà, hợp tác xã thu gom mỗi tuần hai lần.",
    ],
    conditions: ["Máy ép thủy lực nhỏ, nguồn lá ổn định trong bán kính {so:10-25} km."],
    benefits: ["Tạo việc cho {so:14-58} phụ nữ, thu nhập thêm {so:2-4} triệu đồng mỗi tháng."],
  },
];
