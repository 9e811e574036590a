import type { Theme } from "./theme.ts";

export const securityThemes: readonly Theme[] = [
  {
    titles: ["Cụm nhà an toàn phòng cháy trong hẻm nhỏ", "Nút báo cháy liên gia tự lắp"],
    problem: ["Hẻm hẹp xe chữa cháy không vào được, nhà này cháy nhà kia không biết."],
    how: [
      "Mỗi cụm {so:8-15} nhà nối chuông báo, có một điểm chữa cháy chung gồm bình, xẻng, rìu và câu liêm.",
      "Mỗi quý tập một lần, bấm giờ từ lúc chuông kêu đến lúc có nước.",
      "Sơ đồ lối thoát dán ở cửa từng nhà, chìa khóa lồng sắt treo cạnh cửa.",
    ],
    conditions: ["Kinh phí {so:350-700} nghìn đồng một hộ, do các hộ cùng góp."],
    benefits: ["{so:12-60} cụm được lập, {so:2-6} vụ nhỏ được dập ngay trong {so:3-5} phút đầu."],
  },
  {
    titles: ["Camera an ninh xã hội hóa có quy ước xem lại", "Tiếng mõ an ninh ở thôn xa"],
    problem: ["Trộm vặt nông sản xảy ra vào mùa thu hoạch, công an xã ít người, đường dài."],
    how: [
      "Các hộ góp tiền lắp camera ở {so:5-14} ngã ba, chỉ hai người được xem và mỗi lần xem đều ghi sổ.",
      "Mùa thu hoạch có tổ tuần tra xoay vòng, mõ ba hồi là báo động chung.",
      "Số điện thoại trực dán ở mọi quán nước.",
    ],
    conditions: ["Quy ước được họp dân thông qua, dữ liệu chỉ giữ {so:15-30} ngày."],
    benefits: ["Số vụ mất trộm giảm từ {so:11-24} xuống {so:1-5} vụ một năm."],
  },
  {
    titles: [
      "Tổ hòa giải “bàn trà” giải quyết mâu thuẫn đất đai",
      "Sổ tay tình huống hòa giải ở cơ sở bằng tranh",
    ],
    problem: ["Tranh chấp nhỏ về ranh đất, tiếng ồn kéo dài thành khiếu kiện."],
    how: [
      "Hòa giải viên mời hai bên uống trà tại nhà người có uy tín, mỗi bên nói hết rồi mới bàn.",
      "{so:18-36} tình huống hay gặp được vẽ thành tranh kèm điều luật và cách nói.",
      "Kết quả được ghi thành giấy, hai bên giữ mỗi bên một bản, sau một tháng đến hỏi lại.",
    ],
    conditions: ["Tổ hòa giải {so:5-7} người được tập huấn, có cán bộ tư pháp hỗ trợ."],
    benefits: ["Hòa giải thành {pt:86-96} số vụ, đơn gửi lên xã giảm {pt:30-50}."],
  },
  {
    titles: [
      "Cổng trường trật tự với vạch chờ và giờ đón lệch",
      "Đội sao đỏ phụ huynh giữ làn xe giờ tan học",
    ],
    problem: ["Giờ tan học phụ huynh đỗ kín đường, đã có va chạm làm học sinh bị thương."],
    how: [
      "Các khối ra về lệch nhau {so:7-12} phút, mỗi khối một ô chờ có vạch màu.",
      "Phụ huynh thay phiên giữ làn, mỗi ca bốn người mặc áo phản quang.",
      "Quán hàng rong được sắp vào một dãy phía trong.",
    ],
    conditions: ["Nhà trường, công an và ban đại diện cha mẹ học sinh cùng thống nhất."],
    benefits: ["Thời gian giải tỏa còn {so:12-18} phút, không còn va chạm trong {so:5-10} tháng."],
  },
  {
    titles: [
      "Cảnh báo lừa đảo qua mạng bằng kịch ngắn trên loa",
      "Nhóm “hỏi trước khi chuyển tiền” cho người lớn tuổi",
    ],
    problem: ["Nhiều người lớn tuổi bị lừa chuyển tiền, có người mất {tien:30-180}."],
    how: [
      "Mỗi thủ đoạn được viết thành kịch ba phút, giọng người trong xã, phát giờ cơm chiều.",
      "Nhóm tình nguyện trực số điện thoại, ai được đòi chuyển tiền thì gọi hỏi trước.",
      "Quầy giao dịch ngân hàng đặt thẻ câu hỏi để nhân viên hỏi lại khách.",
    ],
    conditions: ["Đài truyền thanh xã, {so:6-10} tình nguyện viên, công an xã cung cấp tình huống."],
    benefits: ["Đã ngăn {so:9-31} trường hợp, số tiền giữ lại được khoảng {tien:120-900}."],
  },
];
