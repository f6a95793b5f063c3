"""What F1 says of each screen, in the words of an office."""

from __future__ import annotations

from kehoach_desktop.i18n import mark

HELP = {
    "first_run": (
        mark("Mở sổ"),
        mark("Sổ kế hoạch giữ mọi nhiệm vụ tỉnh giao và kết quả từng tháng của một xã, phường "
             "hoặc đặc khu, trong một tệp trên máy này."),
        mark("Điền tên, người ký và nơi nhận một lần; khung bên phải cho thấy văn bản sẽ in ra "
             "thế nào. Thiếu gì có thể điền sau ở màn hình Danh mục."),
        mark("Muốn tập dùng trước, chọn xã mẫu: mọi màn hình đều có sẵn số liệu, bỏ đi bằng một "
             "lần bấm."),
    ),
    "overview": (
        mark("Tổng quan"),
        mark("Màn hình này trả lời ba câu hỏi: báo cáo nào sắp phải gửi, việc nào đến hạn, và "
             "tháng này còn thiếu gì. Nút xanh luôn là việc nên làm tiếp theo."),
        mark("Bấm vào một dòng để tới chỗ ghi kết quả của việc đó. Số ngày còn lại tính đến hết "
             "ngày trước hạn khi kế hoạch ghi “trước ngày”."),
        mark("Báo cáo đã đến hạn mà chưa đánh dấu đã gửi, đơn vị chậm phiếu, báo cáo trong 7 ngày "
             "tới đứng cùng danh sách; bấm vào để tới đúng chỗ xử lý."),
        mark("Bấm vào một số trong bảng, hay một thanh theo mục, để xem đúng các việc đó. Trang "
             "lãnh đạo (Ctrl+P) gom tất cả vào một trang A4 để in hoặc gửi."),
        mark("Trong bảng, việc thường xuyên, việc chờ văn bản và việc chưa rõ hạn đứng riêng, "
             "không cộng vào đúng hạn hay quá hạn."),
    ),
    "matrix": (
        mark("Nhiệm vụ"),
        mark("Mọi nhiệm vụ trong các kế hoạch đang giữ, xếp theo phụ lục và mục như bản của tỉnh. "
             "Lời của tỉnh không sửa được; sửa được việc của {level}, giao cho ai và cách đọc "
             "hạn."),
        mark("Ctrl+F tìm không cần gõ dấu: “so hoa” tìm ra “số hóa”. Phím X đánh dấu việc của "
             "{level}. F2 sửa ô Giao cho; chọn nhiều dòng bằng Shift, Ctrl hoặc Ctrl+A rồi F2 để "
             "giao một lượt. F4 mở khung chi tiết. Ctrl+1 đến Ctrl+4 chọn số dòng chữ."),
    ),
    "review": (
        mark("Xem lại trước khi nhập"),
        mark("Bên trái là bảng như nằm trong tệp, bên phải là những gì chương trình hiểu. Chưa có "
             "gì được ghi vào sổ cho tới khi bấm nút xanh."),
        mark("Cột nào hiểu sai thì đổi ở đầu cột: bên phải đổi theo ngay. Những chỗ chưa chắc nằm "
             "ở thẻ Cần xem; Enter để nhận và sang chỗ sau, Alt+mũi tên để đi giữa các chỗ."),
        mark("Phím X đổi việc của {level}, phím Delete bỏ một dòng không nhập. Nhập xong, một lần "
             "Ctrl+Z bỏ lại toàn bộ kế hoạch vừa nhập."),
    ),
    "period": (
        mark("Kỳ báo cáo"),
        mark("Mỗi dòng là một nhiệm vụ của {level} trong tháng. Chọn trạng thái, ghi kết quả; mỗi "
             "ô ghi vào sổ ngay khi rời ô, không có nút Lưu."),
        mark("Chữ xám “T9:” là lời tháng trước, chưa tính là trả lời; Ctrl+D chép lời đó vào ô. "
             "Ctrl+0 ghi không phát sinh. Việc đã hoàn thành tháng trước không phải ghi lại."),
        mark("Khi chọn Hoàn thành phải có ngày hoàn thành, để biết đúng hạn hay quá hạn."),
        mark("F4 xem từng nhiệm vụ: lời của tỉnh, kỳ trước và kỳ này cạnh nhau, kèm tệp minh "
             "chứng; F8 tới việc chưa trả lời, Ctrl+PgDn sang việc sau, F4 lần nữa về bảng."),
        mark("Chốt kỳ khi đã gửi báo cáo: kỳ đã chốt chỉ xem; cần sửa thì bấm Mở lại kỳ…"),
        mark("Thẻ Thu thập: Ctrl+M xuất cho mỗi đơn vị một phiếu Excel kèm lời nhắn; phiếu gửi về "
             "thả vào cửa sổ, nhiều tệp một lúc. Bên phải là từng ô sẽ ghi, bên cạnh là ô đang có: "
             "Space lấy hay không lấy, F8 tới chỗ chưa rõ. Ctrl+Enter ghi tất cả thành một bước."),
        mark("Theo dõi thư mục nhận phiếu: tệp vừa lưu vào thư mục ấy tự hiện ở bảng so sánh, chưa "
             "ghi gì. Phiếu đến sau khi chốt kỳ được hỏi ghi vào kỳ sau hay đính chính kỳ này."),
        mark("Ô trống trong phiếu không xóa nội dung đã có; phiếu thả hai lần không đổi gì. "
             "Ctrl+L chép lời nhắc đơn vị chưa gửi."),
        mark("Thẻ Rà soát: một hàng đợi những chỗ cần xem trước khi lập báo cáo. Enter để nguyên "
             "và sang chỗ sau, F2 tới ô trong bảng, Ctrl+R trả lại đơn vị kèm lý do. Câu trả lời "
             "đổi thì chỗ đã để nguyên hiện lại."),
    ),
    "teams": (
        mark("Tổ công nghệ số"),
        mark("Bên trái là các thôn và tổ, bên phải là người trong tổ, xếp theo vai trò rồi theo "
             "tên. Thẻ Cần làm lọc ra thôn chưa có tổ, tổ thiếu Tổ trưởng, tổ còn nợ quyết định."),
        mark("Insert thêm người, Delete cho thôi, F2 đổi vai trò, Enter xem và sửa mọi điều đang "
             "giữ về một người; thay đổi nào cũng có ngày, danh sách trước ngày ấy giữ nguyên. "
             "Muốn xem tổ ở một ngày khác, ghi ngày ở góc dưới bên trái."),
        mark("Nhận danh sách so tệp của thôn với sổ: ai mới, ai thôi, ai thay đổi. Chỗ chưa chắc "
             "phải trả lời bằng phím số, không người nào tự nhập làm một."),
        mark("Số điện thoại che cho tới khi bấm hiện; mỗi lần hiện ghi vào nhật ký. Số CCCD chỉ "
             "giữ khi cơ quan cho phép."),
        mark("Thẻ Hoạt động: gõ số người rồi Enter là ghi xong một buổi; ngày, tổ, loại để sẵn như "
             "lần trước. Lịch và danh sách thôn bên trái lọc bảng; F2 sửa, Delete bỏ. Kéo ảnh, "
             "văn bản vào dòng đang chọn để kèm minh chứng. Kết quả, nhiệm vụ… xem ảnh thu nhỏ, "
             "Enter mở ảnh, bỏ dấu là thôi kèm."),
        mark("Thẻ Chỉ tiêu: “—” là chưa có số, khác với 0; dấu * là tổng còn thiếu thôn hoặc "
             "tháng. Mũi tên phải mở xuống từng thôn, từng ngày, từng văn bản. Insert ghi số liệu "
             "của một thôn; Ctrl+V hoặc thả tệp để nhận cả bảng. Số ghi theo phiếu thay cho số "
             "cộng từ hoạt động, không cộng thêm."),
        mark("Tháng thôn báo không có gì thì ghi số 0, lấy từ “thôn báo không phát sinh”: quý, năm "
             "hết dấu *. Chưa ai báo thì cứ để trống, báo cáo sẽ nói còn thiếu."),
        mark("Sáp nhập, chia tách, đổi tên thôn ở Danh mục ▸ Đơn vị, thôn: tổ, nhiệm vụ chuyển "
             "theo từ ngày ghi; chia tách thì chọn từng người về thôn nào. Việc khác… có xuất "
             "Excel, in thẻ tổ, danh bạ và nhật ký ai đã xem, xuất dữ liệu cá nhân."),
    ),
    "report": (
        mark("Văn bản"),
        mark("Chọn loại văn bản ở bên trái, điền các ô; chữ xám là nội dung sẽ in khi để trống, "
             "ô còn thiếu ghi “cần điền”. Trang bên phải đổi theo khi gõ: xem nhanh là trang do "
             "chương trình dựng, đúng bản in là trang do LibreOffice dựng khi máy có."),
        mark("Lời báo cáo được soạn từ những gì đã ghi trong kỳ, sửa thẳng trong khung. Số liệu "
             "tự đổi theo sổ ở những chỗ không sửa tay; bỏ dấu thì giữ nguyên. Sửa bằng Word thì "
             "dùng Lấy từ Word để đưa lời về sổ."),
        mark("Ctrl+E tạo tệp Word đúng thể thức Nghị định 30/2020/NĐ-CP, kèm phụ lục, và mở bằng "
             "Word. Soát thể thức xem văn bản đang soạn; thả tệp .docx vào màn hình này để soát "
             "văn bản khác, sửa các lỗi an toàn thành bản riêng."),
        mark("Phát hành ghi số, ngày và giữ nguyên văn bản trong Sổ văn bản đi: mở lại, đối chiếu "
             "còn nguyên hay đã bị sửa, đính kèm bản ký, sửa bằng văn bản khác có bảng cũ → mới."),
    ),
    "office": (
        mark("Danh mục"),
        mark("Thông tin cơ quan in trên mọi văn bản. Sửa ô nào, rời ô đó là ghi; Ctrl+Z lấy lại."),
        mark("Bỏ một kế hoạch thì các kết quả đã ghi của kế hoạch đó cũng bỏ theo; một lần Hoàn "
             "tác lấy lại tất cả."),
        mark("Thẻ Đơn vị, thôn: nơi nhận phiếu thu thập; sáp nhập thì ghi ngày cuối, các kỳ trước "
             "giữ nguyên. Thẻ Nghĩa vụ báo cáo: báo cáo gì, cho ai, hạn nào; bấm Space khi đã gửi, "
             "những kỳ hạn qua lúc tắt máy nằm trên cùng."),
        mark("Thẻ Ngày nghỉ: hạn báo cáo không dời vì ngày nghỉ, chỉ ngày nhắc lùi về ngày làm "
             "việc trước đó."),
    ),
    "backup": (
        mark("Sao lưu"),
        mark("Chương trình tự ghi bản sao khi đóng và trước mỗi lần nhập kế hoạch, kiểm lại bản "
             "sao rồi mới tính là tốt."),
        mark("Khôi phục đưa cả sổ về bản đã chọn; sổ đang dùng được sao lưu trước đã. Nên chép "
             "thư mục sao lưu ra USB mỗi tuần."),
    ),
}  # fmt: skip

KEYS = (
    ("Ctrl+O, Ctrl+I", mark("nhập kế hoạch")),
    ("Ctrl+V", mark("dán kế hoạch đã chép, ở màn hình Nhiệm vụ")),
    ("M, N, T, Delete", mark("dòng của tệp gốc là mục, nhiệm vụ, phần tiếp, bỏ ra")),
    ("Ctrl+Z, Ctrl+Y", mark("hoàn tác, làm lại")),
    ("Alt+1 … Alt+7", mark("đổi màn hình")),
    ("Ctrl+Enter", mark("nút xanh của màn hình")),
    ("Ctrl+Tab", mark("sang thẻ bên cạnh")),
    ("Ctrl+F", mark("tìm")),
    ("F6", mark("sang khung bên cạnh")),
    ("Ctrl++, Ctrl+-", mark("chữ to, chữ nhỏ")),
    ("F2", mark("sửa ô đang chọn")),
    ("F4", mark("mở, đóng khung chi tiết; ở Kỳ báo cáo: từng nhiệm vụ, về bảng")),
    ("F8", mark("dòng chưa trả lời, chỗ chưa rõ kế tiếp")),
    ("Ctrl+P", mark("trang lãnh đạo, ở màn hình Tổng quan")),
    ("Ctrl+1 … Ctrl+4", mark("số dòng chữ trong bảng")),
    ("Esc", mark("bỏ dở")),
    ("F1", mark("giải thích màn hình đang xem")),
)
