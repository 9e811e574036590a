import type { Theme } from "./theme.ts";

export const environmentThemes: readonly Theme[] = [
  {
    titles: ["Ủ rác hữu cơ tại hộ bằng thùng sơn cũ", "Thùng ủ rác bếp không mùi cho nhà phố chật"],
    problem: ["Rác bếp chiếm hơn nửa lượng rác phải chở đi, để qua đêm bốc mùi ở đầu hẻm."],
    how: [
      "Thùng sơn 18 lít khoan lỗ đáy, lót xơ dừa, mỗi lớp rác phủ một lớp mùn và men; nước rỉ chảy xuống chai đựng bên dưới.",
      "Sau {so:25-40} ngày mùn được đổi cho tổ trồng rau lấy rau sạch.",
      "Tổ phụ nữ đến từng nhà hướng dẫn lần đầu và quay lại sau mười ngày.",
    ],
    conditions: ["Mỗi hộ hai thùng dùng luân phiên, chi phí {so:40-90} nghìn đồng."],
    benefits: ["{so:80-420} hộ làm đều, mỗi tháng bớt {so:3-19} tấn rác, thu được {so:400-2600} kg mùn."],
  },
  {
    titles: [
      "Tuyến đường hoa tự quản bằng cây giống xin cành",
      "Vườn ươm hoa của khu dân cư cung cấp cho các tuyến đường",
    ],
    problem: ["Các tuyến đường trồng hoa theo đợt, sau vài tháng không ai chăm lại um cỏ."],
    how: [
      "Mỗi đoạn {so:20-40} m giao cho một nhóm nhà đối diện, có biển ghi tên nhóm.",
      "Cây giâm từ cành xin được, vườn ươm chung đặt sau nhà văn hóa, tưới bằng nước rửa rau.",
      "Hai tháng chấm một lần bằng ảnh, đoạn đẹp nhất được nhận giỏ hoa luân lưu.",
    ],
    conditions: ["Có vỉa hè hoặc lề đất từ 60 cm, nguồn nước gần."],
    benefits: [
      "{so:2-9} km đường có hoa quanh năm, không tốn tiền cây giống, các điểm đổ rác tự phát không còn.",
    ],
  },
  {
    titles: [
      "Đổi rác nhựa lấy thẻ bảo hiểm y tế cho người khó khăn",
      "Ngôi nhà thu gom phế liệu gây quỹ học bổng",
    ],
    problem: [
      "Chai nhựa, vỏ lon bị bỏ lẫn với rác, trong khi nhiều người cận nghèo chưa có thẻ bảo hiểm y tế.",
    ],
    how: [
      "Khung thép lưới B40 hình ngôi nhà đặt ở điểm sinh hoạt, có ba ngăn giấy, nhựa, kim loại.",
      "Ngày {so:5-25} hằng tháng bán một lần, phiếu cân treo ngay trên khung.",
      "Tiền bán phế liệu vào quỹ riêng, danh sách người được mua thẻ do khu dân cư bình chọn.",
    ],
    conditions: ["Khung thép giá {so:1-3} triệu đồng, điểm thu mua gần và người giữ sổ."],
    benefits: [
      "Mỗi năm thu {tien:16-72}, tặng {so:15-68} thẻ bảo hiểm y tế, rác nhựa ra bãi giảm khoảng {pt:15-30}.",
    ],
  },
  {
    titles: [
      "Lưới chắn rác nhấc được ở miệng cống trước mùa mưa",
      "Phao chắn rác trên kênh bằng can nhựa cũ",
    ],
    problem: ["Mỗi trận mưa lớn rác dồn về miệng cống, nước ngập {so:20-45} cm suốt nhiều giờ."],
    how: [
      "Can nhựa 20 lít buộc thành chuỗi chéo dòng chảy, dồn rác về một góc có bậc xuống để vớt.",
      "Lưới thép đặt nghiêng ở miệng cống, nhấc lên được bằng một tay.",
      "Tổ tự quản vớt hai lần mỗi tuần, trước tin bão thì vớt thêm một lần.",
    ],
    conditions: ["Kênh rộng dưới {so:6-12} m, chi phí mỗi phao {so:300-900} nghìn đồng."],
    benefits: ["Vớt được {so:4-16} tấn rác trong năm, thời gian ngập giảm hơn một nửa."],
  },
  {
    titles: [
      "Chợ không túi ni lông bằng giỏ đi chợ cho mượn",
      "Thay túi ni lông bằng lá chuối và giấy báo ở quầy rau",
    ],
    problem: ["Mỗi phiên chợ dùng hàng nghìn túi ni lông, phần lớn bay ra ruộng và mương."],
    how: [
      "Giỏ nhựa đan đặt ở cổng chợ, mượn để lại {so:10-20} nghìn đồng, trả lại nhận đủ.",
      "Tiểu thương ký cam kết theo dãy, dãy nào giữ được ba tháng thì được giảm tiền vệ sinh.",
      "Học sinh vẽ tranh cổ động treo dọc lối đi.",
    ],
    conditions: ["Ban quản lý chợ cùng làm, {so:100-300} giỏ và một điểm giữ giỏ."],
    benefits: ["Lượng túi giảm {pt:40-65} sau {so:3-6} tháng, chi phí vệ sinh chợ giảm {tien:4-12} một năm."],
  },
];
