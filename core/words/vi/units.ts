/** What the rules of units through time say; apart, so that the public form does without. */
export const unitMessagesVi = {
  "unit.earlier.until.required": "Hãy nhập ngày cuối của thời kỳ trước.",
  "unit.earlier.until.invalid": "Ngày cuối của thời kỳ trước không đúng. Hãy nhập ngày có thật.",
  "unit.validTo.beforeFrom": "Ngày kết thúc của {unit} sớm hơn ngày bắt đầu.",
  "unit.earlier.order":
    "Các thời kỳ trước đây của {unit} không theo thứ tự, hoặc nằm ngoài thời gian đơn vị tồn tại.",
  "unit.parent.unknown": "{unit} trực thuộc đơn vị không có trong danh sách: {parent}.",
  "unit.parent.notThere":
    "{unit} trực thuộc {parent}, nhưng đơn vị đó không tồn tại trong toàn bộ thời gian này. Hãy sửa ngày hoặc chọn đơn vị cấp trên khác.",
  "unit.level.above": "{unit} có cấp cao hơn {parent}. Hãy chọn cấp thấp hơn hoặc đơn vị cấp trên khác.",
  "unit.parent.cycle": "{unit} trực thuộc chính nó qua các đơn vị cấp trên. Hãy chọn đơn vị cấp trên khác.",
  "unit.code.twice": "Mã {code} với cùng ngày bắt đầu được dùng cho cả {unit} và {other}.",
  "unit.code.overlap": "Mã {code} được dùng cùng lúc cho {unit} và {other}.",
  "unit.successors.unknown": "Đơn vị kế thừa của {unit} không có trong danh sách: {successor}.",
  "unit.successors.early":
    "{successor} kế thừa {unit} nhưng bắt đầu trước khi {unit} kết thúc. Hãy lập đơn vị mới kể từ ngày sau đó.",
  "unit.successors.open": "{unit} có đơn vị kế thừa nhưng chưa có ngày kết thúc.",
  "unit.missing": "Không có đơn vị này. Hãy chọn lại.",
  "unit.id.taken": "Mã này đã thuộc về một đơn vị khác.",
  "unit.code.invalid": "Mã hành chính phải là chữ hoặc số. Hãy nhập lại.",
  "unit.code.tooLong": "Mã hành chính dài nhất 20 ký tự.",
  "unitChange.kind.invalid": "Loại thay đổi không đúng. Hãy chọn lại.",
  "unitChange.on.required": "Hãy nhập ngày đầu tiên của trạng thái mới.",
  "unitChange.on.invalid": "Hãy nhập ngày đầu tiên của trạng thái mới, là ngày có thật.",
  "unitChange.on.future": "Thay đổi được nhập từ ngày có hiệu lực trở đi, không nhập trước.",
  "unitChange.document.required": "Hãy ghi văn bản làm căn cứ.",
  "unitChange.document.tooLong": "Phần văn bản dài {length} ký tự, nhiều nhất {max}.",
  "unitChange.nothing": "Thay đổi này không làm khác đi điều gì.",
  "unitChange.unit.notThere": "{unit} không tồn tại vào ngày trước đó.",
  "unitChange.unit.later": "{unit} đã thay đổi từ ngày này hoặc muộn hơn. Hãy chọn ngày sau lần thay đổi đó.",
  "unitChange.units.few": "Sáp nhập cần ít nhất hai đơn vị.",
  "unitChange.units.many": "Một thay đổi gồm nhiều nhất 30 đơn vị.",
  "unitChange.units.twice": "Một đơn vị được nêu hai lần.",
  "unitChange.into.few": "Chia tách cần ít nhất hai đơn vị mới.",
  "unitChange.tooWide":
    "Một thay đổi chạm đến nhiều nhất 99 đơn vị, kể cả đơn vị trực thuộc. Hãy chuyển bớt các đơn vị trực thuộc trước.",
  "unitChange.unknown":
    "Không có thay đổi này, hoặc thay đổi không kết thúc đơn vị nào trong phạm vi của bạn.",
  "unitChange.receiver.unknown": "Nơi tiếp nhận hồ sơ phải là một trong các đơn vị kế thừa.",
} as const;
