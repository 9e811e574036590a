import type { Theme } from "./theme.ts";

export const educationThemes: readonly Theme[] = [
  {
    titles: [
      "Góc đọc “mười phút đầu giờ” giúp học sinh lớp hai đọc trôi chảy",
      "Đọc cặp đôi giữa học sinh lớp lớn và học sinh lớp một",
    ],
    problem: [
      "Khảo sát đầu năm có {pt:22-38} học sinh đọc còn ngập ngừng, phụ huynh bận nên ít đọc cùng con.",
    ],
    how: [
      "Mỗi sáng, học sinh lớp lớn ngồi cạnh một em nhỏ đọc cùng một trang, gạch chân chữ khó để cô ôn lại.",
      "Sách được dán màu theo độ khó, mỗi em có một thẻ ghi số trang.",
      "Hai tuần giáo viên nghe đọc một phút, ghi số tiếng đọc đúng vào biểu đồ của lớp.",
    ],
    conditions: ["Tủ sách lớp từ {so:40-90} cuốn, thời khóa biểu dành mười phút đầu giờ."],
    benefits: ["Sau một học kỳ số em đọc chậm giảm còn {pt:5-11}, thư viện tăng {so:2-4} lần lượt mượn."],
  },
  {
    titles: ["Bộ thí nghiệm Vật lí lớp tám từ đồ bỏ đi", "Mô hình mạch điện gia đình lắp ghép bằng nam châm"],
    problem: ["Thiết bị được cấp thiếu và hay hỏng, học sinh chỉ xem cô làm mà ít được tự làm."],
    how: [
      "Pin cũ, bóng đèn, ống nước và nắp chai được ghép thành {so:9-16} bộ, mỗi bộ đựng trong một hộp có phiếu hướng dẫn.",
      "Các mối nối dùng nam châm nên lắp trong một phút và không sợ chập.",
      "Học sinh đo, ghi bảng số liệu rồi tự vẽ đồ thị, nhóm nào sai được làm lại ngay.",
    ],
    conditions: ["Chi phí dưới {so:60-150} nghìn đồng một bộ, phụ huynh góp vật liệu."],
    benefits: [
      "{pt:90-100} học sinh được tự làm thí nghiệm, điểm trung bình bài kiểm tra tăng {so:1-2} điểm.",
    ],
  },
  {
    titles: [
      "Sổ liên lạc bằng tin nhắn thoại cho phụ huynh dân tộc Raglai",
      "Từ điển tranh song ngữ Việt – Raglai cho trẻ mẫu giáo",
    ],
    problem: ["Nhiều phụ huynh không đọc được thông báo, trẻ vào lớp chưa quen tiếng Việt."],
    how: [
      "Giáo viên và phụ huynh cùng thu âm từ, câu thông dụng bằng hai thứ tiếng, ghép với tranh trẻ tự vẽ.",
      "Thông báo của trường được đọc thành hai thứ tiếng và gửi vào nhóm của lớp.",
      "Mỗi tuần trẻ mang một tranh về nhà dạy lại cho ông bà.",
    ],
    conditions: ["Có người đọc tiếng Raglai, điện thoại thu âm và máy in màu."],
    benefits: [
      "Tỷ lệ chuyên cần tăng từ {pt:78-86} lên {pt:93-98}, phụ huynh trả lời tin nhắn nhiều gấp {so:2-4} lần.",
    ],
  },
  {
    titles: [
      "Ngân hàng câu hỏi ôn thi vào lớp mười do tổ Toán cùng soạn",
      "Phiếu học tập phân tầng môn Ngữ văn lớp chín",
    ],
    problem: ["Học sinh trong lớp chênh lệch nhiều, cùng một đề thì em khá chán mà em yếu bỏ trống."],
    how: [
      "Mỗi chủ đề có ba mức, học sinh tự chọn mức bắt đầu và được lên mức khi đúng {so:4-5} câu liền.",
      "Câu sai nhiều được gom lại thành buổi ôn cuối tuần.",
      "Giáo viên trong tổ soạn chung, câu nào lời chưa rõ thì học sinh đánh dấu để sửa.",
    ],
    conditions: ["Máy tính dùng chung của tổ, mỗi tháng một buổi sinh hoạt chuyên môn."],
    benefits: ["Đã có {so:420-1600} câu, tỷ lệ đạt từ trung bình trở lên tăng {pt:9-18}."],
  },
  {
    titles: ["Vườn rau trải nghiệm gắn với bữa ăn bán trú", "Câu lạc bộ bơi an toàn trong bể bạt di động"],
    problem: ["Trẻ ít được vận động và trải nghiệm, kỹ năng sống chủ yếu học qua tranh."],
    how: [
      "Mỗi lớp phụ trách một luống hoặc một ca tập, có lịch chăm và sổ ghi của trẻ.",
      "Phụ huynh có nghề được mời làm thầy một buổi mỗi tháng.",
      "Kết quả được trưng ở cổng trường vào thứ Sáu để phụ huynh cùng xem.",
    ],
    conditions: ["Khoảng sân từ {so:60-200} m², nguồn nước sạch và nội quy an toàn."],
    benefits: ["{so:180-560} trẻ tham gia đều, chi phí bữa ăn giảm {pt:4-9} mà khẩu phần rau tăng."],
  },
];
