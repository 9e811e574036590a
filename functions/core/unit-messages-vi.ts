/** What the rules of units through time say; apart, so that the public form does without. */
export const unitMessagesVi = {
  "unit.earlier.until.invalid": "Ngày cuối của thời kỳ trước không đúng. Hãy nhập ngày có thật.",
  "unit.validTo.beforeFrom": "Ngày kết thúc của {unit} sớm hơn ngày bắt đầu.",
  "unit.earlier.order":
    "Các thời kỳ trước đây của {unit} không theo thứ tự, hoặc nằm ngoài thời gian đơn vị tồn tại.",
  "unit.parent.unknown": "{unit} trực thuộc đơn vị không có trong danh sách: {parent}.",
  "unit.parent.notThere":
    "{unit} trực thuộc {parent}, nhưng đơn vị đó không tồn tại trong toàn bộ thời gian này. Hãy sửa ngày hoặc chọn đơn vị cấp trên khác.",
  "unit.parent.cycle": "{unit} trực thuộc chính nó qua các đơn vị cấp trên. Hãy chọn đơn vị cấp trên khác.",
  "unit.code.twice": "Mã {code} với cùng ngày bắt đầu được dùng cho cả {unit} và {other}.",
  "unit.code.overlap": "Mã {code} được dùng cùng lúc cho {unit} và {other}.",
  "unit.successors.unknown": "Đơn vị kế thừa của {unit} không có trong danh sách: {successor}.",
  "unit.successors.early":
    "{successor} kế thừa {unit} nhưng bắt đầu trước khi {unit} kết thúc. Hãy lập đơn vị mới kể từ ngày sau đó.",
  "unit.successors.open": "{unit} có đơn vị kế thừa nhưng chưa có ngày kết thúc.",
  "unit.change.id.invalid": "Mã của thay đổi không đúng.",
  "unit.change.kind.invalid": "Loại thay đổi không đúng. Hãy chọn lại.",
  "unit.change.on.invalid": "Hãy nhập ngày có hiệu lực có thật.",
  "unit.change.document.required": "Hãy chọn văn bản làm căn cứ.",
  "unit.change.document.tooLong": "Mã văn bản quá dài.",
  "unit.change.units.required": "Hãy chọn ít nhất một đơn vị.",
  "unit.change.units.tooMany": "Một thay đổi gồm nhiều nhất 80 đơn vị. Hãy chia thành nhiều lần.",
  "unit.change.units.one": "Thay đổi này chỉ dành cho một đơn vị.",
  "unit.change.units.ended": "{unit} không tồn tại vào ngày này.",
  "unit.change.units.twice": "Một đơn vị được nêu hai lần.",
  "unit.change.unknown": "Không có đơn vị {unit}.",
  "unit.change.taken": "Mã {unit} đã thuộc về một đơn vị khác.",
  "unit.change.on.early": "{unit} đã thay đổi sau ngày này. Hãy chọn ngày muộn hơn.",
  "unit.change.into.one": "Hãy chọn đúng một đơn vị tiếp nhận.",
  "unit.change.into.two": "Chia tách cần ít nhất hai đơn vị tiếp nhận.",
  "unit.change.founds.spare": "{unit} được lập mới nhưng không tiếp nhận đơn vị nào trong thay đổi này.",
  "unit.change.children":
    "{unit} vẫn còn đơn vị trực thuộc. Hãy nêu đơn vị tiếp nhận, hoặc sắp xếp các đơn vị trực thuộc trước.",
  "unit.change.heir": "{unit} phải chuyển về một trong các đơn vị tiếp nhận.",
} as const;
