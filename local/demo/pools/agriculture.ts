import type { Theme } from "./theme.ts";

export const agricultureThemes: readonly Theme[] = [
  {
    titles: [
      "Tưới nhỏ giọt tự chế bằng chai nhựa và van quạt nước cho vườn xoài",
      "Hệ thống tưới tiết kiệm theo ca đêm cho vườn bưởi da xanh",
    ],
    problem: [
      "Mùa khô kéo dài, tưới tràn tốn nước mà gốc cây vẫn khô sau hai ngày.",
      "Tiền điện bơm nước ban ngày cao, lại bốc hơi nhiều.",
    ],
    how: [
      "Ống nhựa phi 16 chạy theo hàng cây, mỗi gốc hai đầu nhỏ giọt điều chỉnh được, lọc nước bằng thùng cát và than.",
      "Bơm hẹn giờ chạy từ 22 giờ đến 4 giờ sáng, mỗi ca {so:35-60} phút cho một lô.",
      "Phân hòa tan được đưa thẳng vào đường ống nên không phải bón hai lần.",
    ],
    conditions: ["Nguồn nước giếng hoặc kênh, bơm {so:1-2} HP, chi phí khoảng {tien:9-18} một héc-ta."],
    benefits: ["Lượng nước giảm {pt:35-55}, tiền điện giảm {pt:25-40}, tỷ lệ đậu trái tăng {pt:8-15}."],
  },
  {
    titles: [
      "Ủ phân từ bã mía và phân bò bằng men vi sinh bản địa",
      "Làm phân hữu cơ từ vỏ tỏi, rong biển và phân dê",
    ],
    problem: ["Phụ phẩm sau thu hoạch bị đốt ngay tại ruộng, khói nhiều mà đất ngày càng chai."],
    how: [
      "Phụ phẩm băm {so:3-6} cm, xếp lớp với phân chuồng đã ráo, tưới men nhân từ nước vo gạo và mật rỉ.",
      "Đống ủ phủ bạt, đảo ba lần trong {so:35-50} ngày, đo nhiệt độ bằng nhiệt kế nướng bánh.",
      "Phân đạt khi tơi, mùi đất rừng, được đóng bao {so:20-30} kg bán lại cho tổ viên.",
    ],
    conditions: ["Nền ủ láng xi măng {so:20-60} m², máy băm và nhóm hộ cùng góp phụ phẩm."],
    benefits: [
      "Mỗi vụ làm được {so:12-65} tấn phân, bớt {tien:14-55} tiền phân hóa học, không còn đốt đồng.",
    ],
  },
  {
    titles: ["Bẫy sinh học bảo vệ lúa thay thuốc trừ sâu", "Bờ ruộng trồng hoa dẫn dụ thiên địch"],
    problem: ["Mỗi vụ phun thuốc {so:4-6} lần, chi phí cao và ong, cá đồng giảm hẳn."],
    how: [
      "Bờ ruộng gieo sao nhái, cúc mặt trời trước khi sạ {so:15-20} ngày để có hoa đúng lúc lúa đẻ nhánh.",
      "Bẫy bả chua ngọt treo theo ô {so:25-40} m, đếm bướm hai lần mỗi tuần để quyết định có phun hay không.",
      "Nông dân ghi sổ chung, tổ khuyến nông đọc số liệu vào tối thứ Sáu.",
    ],
    conditions: ["Làm theo cánh đồng từ {so:15-45} ha trở lên thì mới có tác dụng."],
    benefits: [
      "Số lần phun còn {so:1-2} lần một vụ, tiết kiệm {so:1-3} triệu đồng mỗi héc-ta, năng suất không giảm.",
    ],
  },
  {
    titles: [
      "Lồng nuôi tôm hùm nổi bằng nhựa tái chế chịu sóng",
      "Khay ương tôm giống ba tầng tiết kiệm diện tích ao",
    ],
    problem: ["Lồng gỗ mau mục, mỗi mùa bão phải thay, mảnh vỡ trôi dạt làm bẩn bờ biển."],
    how: [
      "Khung làm từ ống nhựa ghép khớp mềm, mỗi ô {so:4-6} m, neo bằng rọ đá nên lồng uốn theo sóng.",
      "Lưới thay theo ô, không phải kéo cả bè vào bờ; phao đổ xốp tái chế bọc kín.",
      "Thức ăn được cân theo ô và ghi vào bảng, dư bao nhiêu giảm bấy nhiêu ở ngày sau.",
    ],
    conditions: ["Vùng nuôi đã quy hoạch, độ sâu trên {so:8-12} m, nhóm {so:4-8} hộ cùng làm."],
    benefits: [
      "Lồng dùng được {so:8-12} năm, hao hụt giảm {pt:12-28}, mỗi bè lãi thêm {tien:35-120} một năm.",
    ],
  },
  {
    titles: [
      "Nhật ký mùa vụ bằng tin nhắn thoại cho nông dân lớn tuổi",
      "Mã QR truy xuất do tổ hợp tác tự ghi cho sầu riêng",
    ],
    problem: [
      "Thương lái và siêu thị hỏi nhật ký canh tác nhưng nông dân ngại viết, ghi lại thường sau cả tháng.",
    ],
    how: [
      "Nông dân nói một câu vào điện thoại ngay tại vườn, người phụ trách nghe và điền vào bảng của hợp tác xã mỗi tối.",
      "Mỗi lô có một mã, quét thấy ngày bón, ngày phun và ngày cách ly.",
      "Lô nào thiếu nhật ký thì không được gắn tem, ai cũng thấy danh sách này.",
    ],
    conditions: ["Điện thoại có mạng, một người phụ trách cho {so:30-60} hộ."],
    benefits: [
      "{pt:80-95} lô hàng có nhật ký đủ, giá bán cao hơn {so:3-8} nghìn đồng một ký so với lô không có mã.",
    ],
  },
];
