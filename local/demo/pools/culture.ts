import type { Theme } from "./theme.ts";

export const cultureThemes: readonly Theme[] = [
  {
    titles: [
      "Lớp truyền dạy mã la cho thanh thiếu niên Raglai",
      "Thu âm và ghi lời kể sử thi của các nghệ nhân lớn tuổi",
    ],
    problem: ["Người biết đánh mã la và kể akhat jucar ngày càng ít, lớp trẻ chỉ được nghe trong dịp lễ."],
    how: [
      "Nghệ nhân dạy mỗi tối thứ Năm tại nhà dài, mỗi bài được quay ba góc để xem lại.",
      "Người học ghép đôi già trẻ, ai thuộc một bài thì dạy lại một bạn.",
      "Bản ghi được chép vào thẻ nhớ gửi thư viện xã và trường học.",
    ],
    conditions: ["Bộ mã la của thôn, {so:3-7} nghệ nhân và máy quay điện thoại."],
    benefits: ["{so:18-52} em đánh được từ ba bài trở lên, ghi lại {so:9-34} bài và truyện kể."],
  },
  {
    titles: ["Tủ sách quán cà phê đổi sách không cần thẻ", "Xe đẩy sách ra công viên chiều Chủ nhật"],
    problem: ["Thư viện mở giờ hành chính, người đi làm và học sinh không đến được."],
    how: [
      "Sách đặt ở {so:6-18} quán, ai lấy một cuốn để lại một cuốn, bìa trong có ô ghi cảm nhận.",
      "Đoàn viên đi đổi sách giữa các quán hai tuần một lần.",
      "Cuốn được ghi nhiều cảm nhận nhất được đọc trên đài truyền thanh.",
    ],
    conditions: ["{so:300-900} cuốn quyên góp, chủ quán đồng ý dành một kệ."],
    benefits: ["Mỗi tháng có {so:160-540} lượt đổi, sách mất dưới {pt:2-6}."],
  },
  {
    titles: [
      "Quy ước cưới hỏi gọn, không ép rượu của khu dân cư",
      "Tổ giúp việc hiếu văn minh, bớt vòng hoa và tiền giấy",
    ],
    problem: ["Đám tiệc kéo dài, tốn kém, nhiều gia đình phải vay mượn."],
    how: [
      "Quy ước do từng hộ ký, treo ở nhà văn hóa; tổ giúp việc có sẵn rạp, bàn ghế, loa.",
      "Vòng hoa thay bằng vòng hoa luân chuyển, tiền bớt được gửi vào quỹ khuyến học nếu gia đình muốn.",
      "Giờ mở nhạc và dừng nhạc do chính các hộ thống nhất.",
    ],
    conditions: ["Trưởng thôn, chức sắc và người có uy tín cùng vận động."],
    benefits: ["{pt:85-98} đám trong năm theo quy ước, mỗi đám bớt {tien:9-26}."],
  },
  {
    titles: ["Đưa trò chơi dân gian vào sân chơi cuối tuần", "Hội thi bài chòi rút gọn cho người trẻ"],
    problem: ["Sân nhà văn hóa vắng vào cuối tuần trong khi trẻ xem điện thoại nhiều giờ."],
    how: [
      "Mỗi cuối tuần một trò do một nhóm phụ huynh giữ, luật chơi viết trên bảng gỗ.",
      "Bài chòi được rút còn {so:20-30} phút với lời mới về chuyện trong làng.",
      "Điểm cộng theo tổ, tổ thắng giữ cờ đến tháng sau.",
    ],
    conditions: ["Sân {so:150-400} m², dụng cụ tự làm, loa nhỏ."],
    benefits: ["Mỗi buổi {so:60-210} người, nhiều gia đình ba thế hệ cùng chơi."],
  },
  {
    titles: [
      "Bảng chỉ dẫn di tích bằng lời kể của người giữ đình",
      "Bản đồ món ngon và nghề cũ do học sinh biên soạn",
    ],
    problem: ["Khách đến di tích chỉ chụp ảnh rồi về vì bảng giới thiệu ngắn và khô."],
    how: [
      "Người giữ đình kể, học sinh ghi và cắt thành đoạn dưới hai phút, quét mã là nghe được.",
      "Mỗi điểm có một câu hỏi nhỏ, trả lời đủ thì được đóng dấu vào bản đồ.",
      "Nội dung được cán bộ văn hóa đối chiếu với lý lịch di tích trước khi dán.",
    ],
    conditions: ["Điện thoại, bảng mica và sự đồng ý của ban quý tế."],
    benefits: ["Lượt khách dừng lâu hơn {so:15-30} phút, {so:8-24} điểm đã có lời kể."],
  },
];
