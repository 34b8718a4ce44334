<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>AccountPage</name>
    <message>
        <source>Tài khoản</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Đổi người dùng</source>
        <translation>Switch user</translation>
    </message>
    <message>
        <source>Mật khẩu hiện tại</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Ít nhất 8 ký tự.</source>
        <translation>At least 8 characters.</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu mới</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>Mã PIN mới</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>4 đến 8 chữ số.</source>
        <translation>4 to 8 digits.</translation>
    </message>
    <message>
        <source>Đặt mã PIN</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Hai lần nhập mật khẩu không giống nhau.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu trên máy này.</source>
        <translation>Password changed on this PC.</translation>
    </message>
    <message>
        <source>Đã đặt mã PIN trên máy này.</source>
        <translation>The PIN is set on this machine.</translation>
    </message>
    <message>
        <source>Mật khẩu hiện tại không đúng.</source>
        <translation>The present password is wrong.</translation>
    </message>
    <message>
        <source>Tên đăng nhập: {login}. Vai trò: {roles}.</source>
        <translation>Sign-in name: {login}. Roles: {roles}.</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Để xác nhận nhận hồ sơ tại quầy của người khác. Chỉ dùng trên máy này.</source>
        <translation>For confirming what you take over at another&apos;s counter. On this machine only.</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>AdoptPage</name>
    <message>
        <source>Thư mục dữ liệu đã được sao chép</source>
        <translation>The data folder was copied</translation>
    </message>
    <message>
        <source>Mở quầy với dải số này</source>
        <translation>Open the counter with this range</translation>
    </message>
    <message>
        <source>Tên đăng nhập, mật khẩu không đúng, hoặc không phải quản trị.</source>
        <translation>The sign-in name or password is wrong, or this is no administrator.</translation>
    </message>
    <message>
        <source>Quầy số (0-9)</source>
        <translation>Counter (0-9)</translation>
    </message>
    <message>
        <source>Dải thấp nhất mà sổ này chưa thấy máy nào dùng.</source>
        <translation>The lowest range that this register has seen no PC use.</translation>
    </message>
    <message>
        <source>Dải số bổ sung (0-99)</source>
        <translation>Extra serial range (0-99)</translation>
    </message>
    <message>
        <source>Vì sao sao chép hoặc khôi phục</source>
        <translation>Why it was copied or restored</translation>
    </message>
    <message>
        <source>Tên đăng nhập quản trị</source>
        <translation>Administrator&apos;s sign-in name</translation>
    </message>
    <message>
        <source>Mật khẩu quản trị</source>
        <translation>Administrator&apos;s password</translation>
    </message>
    <message>
        <source>Chưa nhập.</source>
        <translation>Not filled in.</translation>
    </message>
    <message>
        <source>Cho máy này một dải số riêng</source>
        <translation>Give this PC a serial range of its own</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Máy này không có màn hình (DISPLAY, WAYLAND_DISPLAY đều trống) nên không mở được cửa sổ. Xem chương trình chạy không cần màn hình: make tour, hoặc onestop-desk tour --out DIR.</source>
        <translation>This PC has no screen (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open. To see the program run without a screen: make tour, or onestop-desk tour --out DIR.</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Việc cần làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Làm với {n} hồ sơ đã chọn (Ctrl+Enter)</source>
        <translation>Do it for the {n} dossiers chosen (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Confirm hand-over</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kết quả (giấy tờ cấp ra)</source>
        <translation>Result (papers issued)</translation>
    </message>
    <message>
        <source>Chưa nhập.</source>
        <translation>Not filled in.</translation>
    </message>
    <message>
        <source>Mỗi lần làm được nhiều nhất {n} hồ sơ.</source>
        <translation>At most {n} dossiers can be done at a time.</translation>
    </message>
    <message>
        <source>Đã ghi {n} trên {total} hồ sơ.</source>
        <translation>{n} of {total} dossiers recorded.</translation>
    </message>
    <message>
        <source>… và {n} hồ sơ khác.</source>
        <translation>… and {n} more dossiers.</translation>
    </message>
</context>
<context>
    <name>BatchBox</name>
    <message>
        <source>Làm nhiều hồ sơ một lúc</source>
        <translation>Do several dossiers at once</translation>
    </message>
    <message>
        <source>Chọn nhiều hồ sơ: Shift và mũi tên, hoặc Ctrl và bấm chuột.</source>
        <translation>To choose several dossiers: Shift and the arrows, or Ctrl and a click.</translation>
    </message>
</context>
<context>
    <name>BesidePanel</name>
    <message>
        <source>Gửi những việc này</source>
        <translation>Send these</translation>
    </message>
    <message>
        <source>Trung tâm được khôi phục từ bản cũ và thiếu những việc này. Máy đã ghi chúng sẽ tự gửi lại khi mở chương trình; chỉ gửi từ đây khi máy đó không còn.</source>
        <translation>The centre was restored from an older copy and lacks these. The station that wrote them sends them again once its program is opened; send from here only when that station is gone.</translation>
    </message>
    <message>
        <source>Chỉ còn ở máy này</source>
        <translation>Only on this computer</translation>
    </message>
    <message>
        <source>Hai máy của một quầy đã cấp cùng một mã. Cả hai hồ sơ đều còn; quét mã thì chương trình cho chọn. Gọi người nộp của hồ sơ nhận sau và ghi chú vào hồ sơ.</source>
        <translation>Two computers of one counter have given the same code. Both dossiers are there; a scan lets you choose. Call the applicant of the later one and add a note to it.</translation>
    </message>
    <message>
        <source>Hai hồ sơ cùng một mã</source>
        <translation>Two dossiers with one code</translation>
    </message>
</context>
<context>
    <name>BookCard</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Xem PDF</source>
        <translation>View PDF</translation>
    </message>
    <message>
        <source>Lưu PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Ngày này chưa đến.</source>
        <translation>This day has not come yet.</translation>
    </message>
</context>
<context>
    <name>Books</name>
    <message>
        <source>Hồ sơ nhận, bàn giao và trả trong ngày.</source>
        <translation>Dossiers received, handed over and returned on the day.</translation>
    </message>
    <message>
        <source>Hồ sơ tiếp nhận trong kỳ, kể cả hai ngày đầu và cuối.</source>
        <translation>Dossiers received in the period, first and last day included.</translation>
    </message>
    <message>
        <source>Khoản đã thu, đã miễn trong kỳ, kể cả hai ngày đầu và cuối.</source>
        <translation>Fees taken or exempted in the period, first and last day included.</translation>
    </message>
    <message>
        <source>Không phải ngày, ví dụ 23/11/2026</source>
        <translation>Not a date; write, say, 23/11/2026</translation>
    </message>
    <message>
        <source>Chưa nhập ngày.</source>
        <translation>No date filled in.</translation>
    </message>
    <message>
        <source>Kỳ phải nằm trong các năm 2000 đến 2099.</source>
        <translation>The period must lie in the years 2000 to 2099.</translation>
    </message>
    <message>
        <source>Kỳ dài hơn {n} ngày; chia thành nhiều kỳ.</source>
        <translation>The period is longer than {n} days; split it.</translation>
    </message>
    <message>
        <source>Kỳ kết thúc trước khi bắt đầu.</source>
        <translation>The period ends before it starts.</translation>
    </message>
    <message>
        <source>Danh sách cuối ngày</source>
        <translation>End-of-day list</translation>
    </message>
    <message>
        <source>Sổ theo dõi hồ sơ (mẫu 07)</source>
        <translation>Dossier book (form 07)</translation>
    </message>
    <message>
        <source>Sổ phí, lệ phí</source>
        <translation>Fee book</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Phiếu</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>Người đến</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>Yêu cầu</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Số hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation>Handed to</translation>
    </message>
    <message>
        <source>Phiếu hướng dẫn</source>
        <translation>Guidance slip</translation>
    </message>
    <message>
        <source>Phiếu từ chối</source>
        <translation>Refusal slip</translation>
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message>
        <source>Sổ sách</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>Lượt đến không lập hồ sơ</source>
        <translation>Visits without a dossier</translation>
    </message>
    <message>
        <source>Danh sách bàn giao</source>
        <translation>Hand-over lists</translation>
    </message>
    <message>
        <source>Chưa từ chối hay hướng dẫn lượt nào.</source>
        <translation>No visit was refused or given guidance yet.</translation>
    </message>
    <message>
        <source>Chưa có danh sách bàn giao nào.</source>
        <translation>No hand-over list yet.</translation>
    </message>
    <message>
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Đang lập, có thể làm việc khác…</source>
        <translation>Being drawn up; you can go on with other work…</translation>
    </message>
    <message>
        <source>{book} {days}: đã giữ tại {path}.</source>
        <translation>{book} {days}: kept at {path}.</translation>
    </message>
    <message>
        <source>{book}: đã lưu ra {path}.</source>
        <translation>{book}: saved to {path}.</translation>
    </message>
    <message>
        <source>Mở PDF</source>
        <translation>Open PDF</translation>
    </message>
    <message>
        <source>Mở tệp bằng chương trình khác: {path}.</source>
        <translation>Open the file with another program: {path}.</translation>
    </message>
    <message>
        <source>Máy này không mở được tệp PDF.</source>
        <translation>This PC cannot open the PDF file.</translation>
    </message>
    <message>
        <source>Tệp vẫn còn nguyên.</source>
        <translation>The file is unharmed.</translation>
    </message>
    <message>
        <source>Danh sách bàn giao {serial}</source>
        <translation>Hand-over list {serial}</translation>
    </message>
    <message>
        <source>{paper} đang in lại.</source>
        <translation>{paper}: printing again.</translation>
    </message>
</context>
<context>
    <name>BringForm</name>
    <message>
        <source>Nhận bổ sung</source>
        <translation>Take supplement</translation>
    </message>
    <message>
        <source>Giấy tờ đã bổ sung</source>
        <translation>Papers supplied</translation>
    </message>
    <message>
        <source>Chưa có: {names}. Ghi bây giờ là nhận những gì đã đánh dấu và tính hạn tiếp.</source>
        <translation>Not there yet: {names}. Recording now takes what is ticked, and the clock runs on.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Lịch làm việc</source>
        <translation>Working calendar</translation>
    </message>
    <message>
        <source>Ngày làm việc</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>Nghỉ hằng tuần</source>
        <translation>Weekly rest</translation>
    </message>
    <message>
        <source>Ngày nghỉ</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Làm bù</source>
        <translation>Make-up day</translation>
    </message>
    <message>
        <source>N</source>
        <translation>H</translation>
    </message>
    <message>
        <source>B</source>
        <translation>W</translation>
    </message>
    <message>
        <source>Tháng {n}</source>
        <translation>Month {n}</translation>
    </message>
    <message>
        <source>T2 T3 T4 T5 T6 T7 CN</source>
        <translation>Mo Tu We Th Fr Sa Su</translation>
    </message>
    <message>
        <source>Chỉ áp dụng cho hồ sơ trong ngày</source>
        <translation>Only for same-day dossiers</translation>
    </message>
    <message>
        <source>Nhận sau giờ này tính sang ngày sau</source>
        <translation>Received later counts from the next day</translation>
    </message>
    <message>
        <source>Hẹn trả theo giờ tiếp nhận</source>
        <translation>Due at the hour of reception</translation>
    </message>
    <message>
        <source>Hẹn trả cuối giờ làm việc</source>
        <translation>Due at closing time</translation>
    </message>
    <message>
        <source>Tệp không có ngày nào nhập được.</source>
        <translation>The file has no day that could be taken in.</translation>
    </message>
    <message>
        <source>Lịch năm {years}: {off} ngày nghỉ, {made} ngày làm bù.</source>
        <translation>Calendar {years}: {off} days off, {made} make-up days.</translation>
    </message>
    <message>
        <source>Lịch năm {years} không đổi: {off} ngày nghỉ, {made} ngày làm bù.</source>
        <translation>Calendar {years} unchanged: {off} days off, {made} make-up days.</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Nhập lịch…</source>
        <translation>Import calendar…</translation>
    </message>
    <message>
        <source>Lấy ngày nghỉ lễ theo luật</source>
        <translation>Take the public holidays of the law</translation>
    </message>
    <message>
        <source>Ngày nghỉ và ngày làm bù trong năm</source>
        <translation>Days off and make-up days of the year</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>{n} ngày làm việc trong năm. N: ngày nghỉ, B: làm bù, gạch dưới: hôm nay.</source>
        <translation>{n} working days this year. H: day off, W: make-up day, underlined: today.</translation>
    </message>
    <message>
        <source>Chưa có lịch nghỉ năm {year}: hẹn trả rơi vào năm này có thể sai.</source>
        <translation>No calendar for {year} yet: due times that fall into it may be wrong.</translation>
    </message>
    <message>
        <source>Đã lưu lịch làm việc. Hồ sơ đã hẹn trả giữ nguyên giờ hẹn.</source>
        <translation>Working calendar saved. Due times already promised stay.</translation>
    </message>
    <message>
        <source>Lịch làm việc (*.json *.csv *.xlsx)</source>
        <translation>Working calendar (*.json *.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Nhập lịch làm việc</source>
        <translation>Import a working calendar</translation>
    </message>
</context>
<context>
    <name>CardReader</name>
    <message>
        <source>Thẻ đọc qua bộ gõ: đối chiếu họ tên, địa chỉ.</source>
        <translation>The card came through an input method: compare name and address.</translation>
    </message>
    <message>
        <source>Thẻ vừa quét đã thay thông tin người đang nhập.</source>
        <translation>The scanned card took the place of the person in the form.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tên thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Theo luật</source>
        <translation>By law</translation>
    </message>
    <message>
        <source>Áp dụng</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>Giảm</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Phí (đồng)</source>
        <translation>Fee (đồng)</translation>
    </message>
    <message>
        <source>Danh mục thủ tục</source>
        <translation>Procedure catalogue</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Mức phí (đồng)</source>
        <translation>Fee (đồng)</translation>
    </message>
    <message>
        <source>Tên giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Bản chính</source>
        <translation>Originals</translation>
    </message>
    <message>
        <source>Bản sao</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Bắt buộc</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>Tên bước</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Số giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>Theo trang: mỗi trang đầu; số trang đầu; mỗi trang sau; tối đa một bản</source>
        <translation>By the page: each first page; how many first pages; each further page; most a copy</translation>
    </message>
    <message>
        <source>mọi trường hợp</source>
        <translation>any case</translation>
    </message>
    <message>
        <source>Trực tiếp</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Mọi cách nộp</source>
        <translation>Any channel</translation>
    </message>
    <message>
        <source>ngày làm việc</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>giờ làm việc</source>
        <translation>working hours</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>days</translation>
    </message>
    <message>
        <source>tháng</source>
        <translation>months</translation>
    </message>
    <message>
        <source>trong ngày</source>
        <translation>same day</translation>
    </message>
    <message>
        <source>không quy định</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>Tạm dừng tính giờ</source>
        <translation>The clock stops</translation>
    </message>
    <message>
        <source>Tính lại từ đầu</source>
        <translation>Counted anew</translation>
    </message>
    <message>
        <source>Dòng {row}</source>
        <translation>Line {row}</translation>
    </message>
    <message>
        <source>Trang {sheet}, dòng {row}</source>
        <translation>Sheet {sheet}, row {row}</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Tìm thủ tục</source>
        <translation>Find a procedure</translation>
    </message>
    <message>
        <source>Tên không dấu hoặc mã</source>
        <translation>Name (no accents) or code</translation>
    </message>
    <message>
        <source>Hiện</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Đang áp dụng</source>
        <translation>Offered</translation>
    </message>
    <message>
        <source>Ngừng áp dụng</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Nhập danh mục…</source>
        <translation>Import catalogue…</translation>
    </message>
    <message>
        <source>Tệp mẫu…</source>
        <translation>Template…</translation>
    </message>
    <message>
        <source>Thủ tục mới</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>Các thủ tục</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>{n} thủ tục</source>
        <translation>{n} procedures</translation>
    </message>
    <message>
        <source>Đã thêm thủ tục {code}; Tiếp nhận dùng được ngay.</source>
        <translation>Procedure {code} added; Reception can use it at once.</translation>
    </message>
    <message>
        <source>Đã lưu thủ tục {code}.</source>
        <translation>Procedure {code} saved.</translation>
    </message>
    <message>
        <source>Danh mục thủ tục (*.json *.xlsx)</source>
        <translation>Procedure catalogue (*.json *.xlsx)</translation>
    </message>
    <message>
        <source>Nhập danh mục thủ tục</source>
        <translation>Import a procedure catalogue</translation>
    </message>
    <message>
        <source>Đã nhập danh mục: {new} mới, {changed} thay đổi, {unchanged} không đổi.</source>
        <translation>Catalogue imported: {new} new, {changed} changed, {unchanged} unchanged.</translation>
    </message>
    <message>
        <source>{n} dòng không nhập được:</source>
        <translation>{n} rows could not be taken in:</translation>
    </message>
    <message>
        <source>Lưu tệp mẫu</source>
        <translation>Save the template</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Đã ghi tệp mẫu: {path}</source>
        <translation>Template written: {path}</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Quầy vẫn làm việc bình thường; mọi việc đã lưu trên máy này sẽ được gửi sau.</source>
        <translation>This desk works on as usual; what is saved here will be sent later.</translation>
    </message>
    <message>
        <source>Chưa có gì thay đổi ở trung tâm.</source>
        <translation>Nothing has been changed at the centre.</translation>
    </message>
    <message>
        <source>Không liên lạc được với trung tâm {host}.</source>
        <translation>The centre {host} cannot be reached.</translation>
    </message>
    <message>
        <source>Kiểm tra mạng và địa chỉ trung tâm; nếu vẫn lỗi, báo quản trị.</source>
        <translation>Check the network and the centre&apos;s address; if it goes on, tell the administrator.</translation>
    </message>
    <message>
        <source>Mất liên lạc với trung tâm {host} giữa chừng.</source>
        <translation>The line to the centre {host} broke off.</translation>
    </message>
    <message>
        <source>Không cần làm gì: phần đang gửi sẽ được gửi lại, không bị ghi hai lần.</source>
        <translation>Nothing to do: what was being sent is sent again, and is never stored twice.</translation>
    </message>
    <message>
        <source>Trung tâm {host} không cho máy này vào: sai mật khẩu, đã bị thu hồi, hoặc ngoài phạm vi.</source>
        <translation>The centre {host} does not let this station in: wrong password, revoked, or outside its scope.</translation>
    </message>
    <message>
        <source>Báo quản trị trung tâm kiểm tra máy trạm này.</source>
        <translation>Ask the centre&apos;s administrator to look at this station.</translation>
    </message>
    <message>
        <source>Chứng thư bảo mật của {host} không đáng tin: hết hạn, sai tên máy, hoặc máy chủ không có.</source>
        <translation>The security certificate of {host} cannot be trusted: expired, for another host, or missing.</translation>
    </message>
    <message>
        <source>Báo quản trị; chương trình không bao giờ tự chuyển sang đường truyền không mã hóa.</source>
        <translation>Tell the administrator; the program never falls back to a line that is not encrypted.</translation>
    </message>
    <message>
        <source>Địa chỉ trung tâm yêu cầu đường truyền không được kiểm chứng.</source>
        <translation>The centre&apos;s address asks for a line that nobody verifies.</translation>
    </message>
    <message>
        <source>Bỏ sslmode khỏi địa chỉ, hoặc ghi sslmode=verify-full.</source>
        <translation>Leave sslmode out of the address, or write sslmode=verify-full.</translation>
    </message>
    <message>
        <source>Địa chỉ trung tâm ghi nhiều máy chủ.</source>
        <translation>The centre&apos;s address names several hosts.</translation>
    </message>
    <message>
        <source>Ghi một tên máy, không có dấu phẩy; khi đổi máy chủ, trỏ tên đó sang máy mới.</source>
        <translation>Write one host name, without a comma; when the server changes, let that name lead to the new one.</translation>
    </message>
    <message>
        <source>Địa chỉ trung tâm không đúng.</source>
        <translation>The centre&apos;s address is wrong.</translation>
    </message>
    <message>
        <source>Viết theo mẫu postgresql://tên@máy:5432/cơ_sở_dữ_liệu, có tên máy.</source>
        <translation>Write it like postgresql://login@host:5432/database, with a host.</translation>
    </message>
    <message>
        <source>Trung tâm {host} đang chỉ đọc.</source>
        <translation>The centre {host} is read-only now.</translation>
    </message>
    <message>
        <source>Ổ đĩa của trung tâm {host} đã đầy.</source>
        <translation>The disk of the centre {host} is full.</translation>
    </message>
    <message>
        <source>Trung tâm {host} đang khởi động hoặc đang tắt.</source>
        <translation>The centre {host} is starting or stopping.</translation>
    </message>
    <message>
        <source>Trung tâm {host} đang quá bận.</source>
        <translation>The centre {host} is too busy.</translation>
    </message>
    <message>
        <source>Chương trình tự thử lại; nếu kéo dài, báo quản trị trung tâm.</source>
        <translation>The program tries again by itself; if it goes on, tell the centre&apos;s administrator.</translation>
    </message>
    <message>
        <source>Trên {host} không có trung tâm một cửa trong cơ sở dữ liệu đã chọn.</source>
        <translation>There is no one-stop centre in the chosen database on {host}.</translation>
    </message>
    <message>
        <source>Kiểm tra địa chỉ; nếu là máy chủ mới, quản trị chạy onestop-desk centre init.</source>
        <translation>Check the address; on a new server, the administrator runs onestop-desk centre init.</translation>
    </message>
    <message>
        <source>Cơ sở dữ liệu này không dùng bảng mã UTF-8.</source>
        <translation>This database does not use UTF-8.</translation>
    </message>
    <message>
        <source>PostgreSQL này cũ hơn bản 15.</source>
        <translation>This PostgreSQL is older than version 15.</translation>
    </message>
    <message>
        <source>Tài khoản này không làm chủ cơ sở dữ liệu hoặc không được tạo vai trò.</source>
        <translation>This login does not own the database or may not create roles.</translation>
    </message>
    <message>
        <source>Xem docs/admin/centre.md, mục Cài đặt.</source>
        <translation>See docs/admin/centre.md, section Installing.</translation>
    </message>
    <message>
        <source>Trung tâm đã mới hơn chương trình trên máy này.</source>
        <translation>The centre is newer than the program on this machine.</translation>
    </message>
    <message>
        <source>Cập nhật chương trình trên máy này.</source>
        <translation>Update the program on this machine.</translation>
    </message>
    <message>
        <source>Trung tâm còn cũ hơn chương trình trên máy này.</source>
        <translation>The centre is older than the program on this machine.</translation>
    </message>
    <message>
        <source>Quản trị chạy onestop-desk centre init bằng bản chương trình mới.</source>
        <translation>The administrator runs onestop-desk centre init with the new program.</translation>
    </message>
    <message>
        <source>Câu trả lời của trung tâm không khớp ở vị trí {pos}; chương trình không nhận phần đó.</source>
        <translation>The centre&apos;s answer does not hold together at position {pos}; that part was not taken in.</translation>
    </message>
    <message>
        <source>Báo quản trị trung tâm kèm mã và vị trí này.</source>
        <translation>Tell the centre&apos;s administrator, with the code and this position.</translation>
    </message>
    <message>
        <source>Đã có máy trạm tên “{name}”.</source>
        <translation>There is a station named “{name}” already.</translation>
    </message>
    <message>
        <source>Máy chủ đã có tài khoản “{name}”.</source>
        <translation>The server has a login “{name}” already.</translation>
    </message>
    <message>
        <source>Không có máy trạm đang hoạt động nào tên “{name}”.</source>
        <translation>There is no active station named “{name}”.</translation>
    </message>
    <message>
        <source>Xem danh sách bằng onestop-desk centre status.</source>
        <translation>See the list with onestop-desk centre status.</translation>
    </message>
    <message>
        <source>hai bản của cùng một luồng ghi (máy bị sao chép hoặc khôi phục từ bản cũ)</source>
        <translation>two lives of one stream (a machine was copied or restored from an old backup)</translation>
    </message>
    <message>
        <source>máy gửi tiếp từ một trạng thái cũ (khôi phục hoặc sao chép)</source>
        <translation>a machine goes on from an old state (restored or copied)</translation>
    </message>
    <message>
        <source>sự kiện không khớp mã băm (tệp hỏng hoặc bị sửa)</source>
        <translation>an event that does not match its hash (a file damaged or altered)</translation>
    </message>
    <message>
        <source>hai máy dùng một số quầy</source>
        <translation>two machines use one counter number</translation>
    </message>
    <message>
        <source>Còn mở: một máy trạm có ý xấu có thể làm đầy ổ đĩa bằng đối tượng lớn (lo_…), vì tài khoản này không được đóng. Nhờ người giữ tài khoản postgres chạy lại centre init một lần bằng tài khoản đó.</source>
        <translation>Still open: a station that means harm could fill the disk with large objects (lo_…), because this login may not close them. Ask whoever holds the postgres login to run centre init once with it.</translation>
    </message>
    <message>
        <source>Còn mở: có máy trạm do tài khoản quản trị khác thêm; tài khoản này không đặt được giới hạn và không thu hồi được chúng. Dùng tài khoản đã thêm, hoặc tài khoản postgres, chạy lại centre init.</source>
        <translation>Still open: another administrator&apos;s login added some stations; this one can neither limit nor revoke them. Run centre init again with the login that added them, or with postgres.</translation>
    </message>
    <message>
        <source>việc không đọc được, đã để riêng ra, không tính vào hồ sơ nào</source>
        <translation>an event that cannot be read: set apart, counted in no dossier</translation>
    </message>
    <message>
        <source>hồ sơ không ghi được vào sổ chung, đã bỏ qua; ở quầy vẫn còn nguyên</source>
        <translation>a dossier that the common register cannot hold: passed over; it is whole at its counter</translation>
    </message>
    <message>
        <source>việc liên thông không chuyển được sang cơ quan kia</source>
        <translation>an event that could not be passed on to the other agency</translation>
    </message>
    <message>
        <source>việc gộp sổ của cơ quan này đang đứng; các cơ quan khác vẫn chạy</source>
        <translation>this agency&apos;s feed is not being folded; the others go on</translation>
    </message>
    <message>
        <source>máy ghi vào hồ sơ của cơ quan khác; việc đó không được chuyển đi</source>
        <translation>a machine wrote about another agency&apos;s dossier; the event was not passed on</translation>
    </message>
</context>
<context>
    <name>CentreCard</name>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Mật khẩu của máy trạm</source>
        <translation>Station&apos;s password</translation>
    </message>
    <message>
        <source>Trung tâm</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Nối với trung tâm</source>
        <translation>Connect with the centre</translation>
    </message>
    <message>
        <source>Đã nối trung tâm với tên máy trạm “{station}”.</source>
        <translation>Connected with the centre as station “{station}”.</translation>
    </message>
    <message>
        <source>Máy này không có kho khóa: mật khẩu nằm trong tệp centre.secret, cạnh dữ liệu.</source>
        <translation>This machine has no keychain: the password is in the file centre.secret, beside the data.</translation>
    </message>
</context>
<context>
    <name>ChecklistModel</name>
    <message>
        <source>Có</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Tên giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Bản chính</source>
        <translation>Originals</translation>
    </message>
    <message>
        <source>Bản sao</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Lý do chưa đạt</source>
        <translation>Why not good</translation>
    </message>
</context>
<context>
    <name>CitizenWindow</name>
    <message>
        <source>Đánh giá của người dân</source>
        <translation>The citizen&apos;s rating</translation>
    </message>
    <message>
        <source>Ông/Bà có hài lòng với việc phục vụ hôm nay không?</source>
        <translation>Were you satisfied with today&apos;s service?</translation>
    </message>
    <message>
        <source>Xin cảm ơn Ông/Bà.</source>
        <translation>Thank you.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Đã nhập {new} hồ sơ mới và {steps} bước, {known} dòng đã có từ trước, từ chối {refused} dòng.</source>
        <translation>{new} new dossiers and {steps} steps taken in, {known} lines were there before, {refused} refused.</translation>
    </message>
    <message>
        <source>Dòng {line}: {what}</source>
        <translation>Line {line}: {what}</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào.</source>
        <translation>No dossier found.</translation>
    </message>
    <message>
        <source>… còn nữa; thêm --limit N hoặc thêm từ.</source>
        <translation>… there are more; add --limit N or more words.</translation>
    </message>
    <message>
        <source>… còn {n} hồ sơ; thêm --limit N hoặc thêm từ.</source>
        <translation>… {n} more dossiers; add --limit N or more words.</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Sai cách dùng: {what}. Xem: onestop-desk --help.</source>
        <translation>Wrong usage: {what}. See: onestop-desk --help.</translation>
    </message>
    <message>
        <source>Đã dừng theo yêu cầu; những gì đã lưu vẫn còn nguyên.</source>
        <translation>Stopped as asked; what was saved is all kept.</translation>
    </message>
    <message>
        <source>Xin báo quản trị kèm mã lỗi.</source>
        <translation>Please tell the administrator the code.</translation>
    </message>
    <message>
        <source>thiếu {name}</source>
        <translation>{name} is missing</translation>
    </message>
    <message>
        <source>không có tùy chọn {name}</source>
        <translation>there is no option {name}</translation>
    </message>
    <message>
        <source>giá trị của {name} không hợp lệ</source>
        <translation>the value of {name} is not valid</translation>
    </message>
    <message>
        <source>không hiểu lệnh này ({message})</source>
        <translation>this command is not understood ({message})</translation>
    </message>
    <message>
        <source>Đã thiết lập quầy {counter} của {agency} tại {folder}; {n} thủ tục ban đầu.</source>
        <translation>Counter {counter} of {agency} is set up in {folder}; {n} procedures to begin with.</translation>
    </message>
    <message>
        <source>Quầy {counter} tiếp tục với dải số {n}.</source>
        <translation>Counter {counter} goes on with serial range {n}.</translation>
    </message>
    <message>
        <source>Sổ nguyên vẹn: {events} sự kiện, {dossiers} hồ sơ.</source>
        <translation>The register is intact: {events} events, {dossiers} dossiers.</translation>
    </message>
    <message>
        <source>Đã dựng lại {n} hồ sơ từ nhật ký.</source>
        <translation>{n} dossiers rebuilt from the log.</translation>
    </message>
    <message>
        <source>đặt mật khẩu vào biến ONESTOP_PASSWORD</source>
        <translation>put the password into the variable ONESTOP_PASSWORD</translation>
    </message>
    <message>
        <source>Mật khẩu quản trị (ít nhất 8 ký tự)</source>
        <translation>Administrator&apos;s password (at least 8 characters)</translation>
    </message>
    <message>
        <source>Tệp dữ liệu hỏng: {where}. Ngừng nhập, khôi phục từ bản sao lưu.</source>
        <translation>The data file is damaged: {where}. Stop entering and restore from a backup.</translation>
    </message>
    <message>
        <source>Nhật ký khuyết sự kiện: {where}. Khôi phục từ bản sao lưu.</source>
        <translation>Events are missing from the log: {where}. Restore from a backup.</translation>
    </message>
    <message>
        <source>Sự kiện bị sửa: {where}. Khôi phục từ bản sao lưu.</source>
        <translation>An event was altered: {where}. Restore from a backup.</translation>
    </message>
    <message>
        <source>Bảng khác nhật ký: {where}. Chạy onestop-desk rebuild.</source>
        <translation>A table differs from the log: {where}. Run onestop-desk rebuild.</translation>
    </message>
    <message>
        <source>Chỉ mục tìm kiếm sai: {where}. Chạy onestop-desk rebuild.</source>
        <translation>The search index is wrong: {where}. Run onestop-desk rebuild.</translation>
    </message>
    <message>
        <source>… và {n} chỗ khác.</source>
        <translation>… and {n} more places.</translation>
    </message>
    <message>
        <source>Chưa có lịch làm việc năm {year}; chỉ biết ngày trong tuần.</source>
        <translation>No working calendar for {year} yet; only the days of the week are known.</translation>
    </message>
    <message>
        <source>Năm {years}: {off} ngày nghỉ, {make_up} ngày làm bù; {changed}.</source>
        <translation>{years}: {off} days off, {make_up} make-up days; {changed}.</translation>
    </message>
    <message>
        <source>đã cập nhật</source>
        <translation>updated</translation>
    </message>
    <message>
        <source>không có gì thay đổi</source>
        <translation>nothing changed</translation>
    </message>
    <message>
        <source>cần một trong hai: --limit hoặc --procedure</source>
        <translation>one of the two is needed: --limit or --procedure</translation>
    </message>
    <message>
        <source>Hẹn trả: không quy định thời hạn</source>
        <translation>Due: no time limit</translation>
    </message>
    <message>
        <source>Hẹn trả: {clock}, {day}</source>
        <translation>Due: {clock}, {day}</translation>
    </message>
    <message>
        <source>Cách tính: {words}</source>
        <translation>Counted: {words}</translation>
    </message>
    <message>
        <source>chờ bổ sung</source>
        <translation>waiting for papers</translation>
    </message>
    <message>
        <source>  bỏ  {day}{reason}</source>
        <translation>  skip  {day}{reason}</translation>
    </message>
    <message>
        <source>Năm {year}: {n} ngày làm việc</source>
        <translation>{year}: {n} working days</translation>
    </message>
    <message>
        <source>nghỉ</source>
        <translation>off</translation>
    </message>
    <message>
        <source>làm</source>
        <translation>work</translation>
    </message>
    <message>
        <source>Mới {new}, thay đổi {changed}, giữ nguyên {unchanged}, từ chối {refused}.</source>
        <translation>{new} new, {changed} changed, {unchanged} unchanged, {refused} refused.</translation>
    </message>
    <message>
        <source>Trung tâm đã sẵn sàng; {n} bước nâng cấp vừa chạy.</source>
        <translation>The centre is ready; {n} migrations were run.</translation>
    </message>
    <message>
        <source>Đã thêm máy trạm “{name}”. Trao cho máy đó, mật khẩu không xem lại được:</source>
        <translation>Station “{name}” added. Give it this; the password cannot be seen again:</translation>
    </message>
    <message>
        <source>  Địa chỉ: {url}</source>
        <translation>  Address: {url}</translation>
    </message>
    <message>
        <source>  Mật khẩu: {password}</source>
        <translation>  Password: {password}</translation>
    </message>
    <message>
        <source>  Nếu là quầy {counter} của {agency}: thiết lập với --range {n}; dải dưới đã dùng.</source>
        <translation>  For counter {counter} of {agency}: set up with --range {n}; lower ranges are used.</translation>
    </message>
    <message>
        <source>Đã thu hồi máy trạm “{name}”.</source>
        <translation>Station “{name}” revoked.</translation>
    </message>
    <message>
        <source>Mật khẩu mới của máy trạm “{name}”, không xem lại được:</source>
        <translation>New password of station “{name}”, shown only once:</translation>
    </message>
    <message>
        <source>Ở máy đó chạy onestop-desk sync setup với địa chỉ cũ và mật khẩu này.</source>
        <translation>On that computer run onestop-desk sync setup with the same address and this password.</translation>
    </message>
    <message>
        <source>Kỷ nguyên mới của trung tâm: {epoch}.</source>
        <translation>The centre&apos;s new epoch: {epoch}.</translation>
    </message>
    <message>
        <source>Trung tâm, kỷ nguyên {epoch}</source>
        <translation>Centre, epoch {epoch}</translation>
    </message>
    <message>
        <source>Máy trạm:</source>
        <translation>Stations:</translation>
    </message>
    <message>
        <source>Cơ quan:</source>
        <translation>Agencies:</translation>
    </message>
    <message>
        <source>  {agency}: {n} sự kiện, dấu {digest}, {streams} luồng, {closed} bị đóng</source>
        <translation>  {agency}: {n} events, digest {digest}, {streams} streams, {closed} closed</translation>
    </message>
    <message>
        <source>mọi cơ quan</source>
        <translation>all agencies</translation>
    </message>
    <message>
        <source> (đã thu hồi)</source>
        <translation> (revoked)</translation>
    </message>
    <message>
        <source>  {name}{revoked}: {scope}; đã gửi {n} sự kiện</source>
        <translation>  {name}{revoked}: {scope}; sent {n} events</translation>
    </message>
    <message>
        <source>    {agency}: lần cuối {when}, còn {behind} chưa nhận, {unsent} chưa gửi</source>
        <translation>    {agency}: last here {when}, {behind} not yet received, {unsent} not yet sent</translation>
    </message>
    <message>
        <source>    chưa liên lạc lần nào</source>
        <translation>    never here yet</translation>
    </message>
    <message>
        <source>    sổ chung: còn {n} việc chưa gộp, chưa gộp lần nào</source>
        <translation>    common register: {n} events behind, never folded yet</translation>
    </message>
    <message>
        <source>    sổ chung: còn {n} việc chưa gộp, lần gộp cuối {when}</source>
        <translation>    common register: {n} events behind, last folded {when}</translation>
    </message>
    <message>
        <source>Không có sự cố nào.</source>
        <translation>No incidents.</translation>
    </message>
    <message>
        <source>Sự cố:</source>
        <translation>Incidents:</translation>
    </message>
    <message>
        <source>  {when} {agency} “{station}”: {what} ({detail})</source>
        <translation>  {when} {agency} “{station}”: {what} ({detail})</translation>
    </message>
    <message>
        <source>{when} {what} Thử lại sau {n} giây.</source>
        <translation>{when} {what} Trying again in {n} seconds.</translation>
    </message>
    <message>
        <source>Đã đọc {events} việc, chuyển {copies} việc sang cơ quan khác.</source>
        <translation>Read {events} events, copied {copies} to other agencies.</translation>
    </message>
    <message>
        <source>Mật khẩu của máy trạm</source>
        <translation>Station&apos;s password</translation>
    </message>
    <message>
        <source>Đã nối trung tâm với tên máy trạm “{station}”.</source>
        <translation>Connected with the centre as station “{station}”.</translation>
    </message>
    <message>
        <source>Máy này không có kho khóa: mật khẩu nằm trong tệp centre.secret, cạnh dữ liệu.</source>
        <translation>This machine has no keychain: the password is in the file centre.secret, beside the data.</translation>
    </message>
    <message>
        <source>Đã gửi {sent}, đã nhận {received}.</source>
        <translation>Sent {sent}, received {received}.</translation>
    </message>
    <message>
        <source>Đã nhận {new} yêu cầu mới, {known} yêu cầu đã có, từ chối {refused} dòng.</source>
        <translation>{new} new requests taken in, {known} known, {refused} lines refused.</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Lý do, đã xử lý thế nào</source>
        <translation>Reason, and what was done</translation>
    </message>
    <message>
        <source>Để như sổ đang ghi</source>
        <translation>Leave it as the register has it</translation>
    </message>
    <message>
        <source>Đã xử lý xong</source>
        <translation>Something was done about it</translation>
    </message>
    <message>
        <source>Trong sổ: {side}</source>
        <translation>In the register: {side}</translation>
    </message>
    <message>
        <source>Đến sau: {side}</source>
        <translation>Came later: {side}</translation>
    </message>
    <message>
        <source>Hồ sơ hiện nay: {state}.</source>
        <translation>The dossier now: {state}.</translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>Đính chính thông tin đã ghi</source>
        <translation>Correct what was recorded</translation>
    </message>
    <message>
        <source>giống giá trị đang ghi</source>
        <translation>is the value already recorded</translation>
    </message>
    <message>
        <source>{field}: {reason}.</source>
        <translation>{field}: {reason}.</translation>
    </message>
    <message>
        <source>Ngày hẹn đúng</source>
        <translation>Right due date</translation>
    </message>
    <message>
        <source>Giờ hẹn đúng</source>
        <translation>Right due hour</translation>
    </message>
    <message>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Giá trị đúng</source>
        <translation>Right value</translation>
    </message>
    <message>
        <source>Mục đính chính</source>
        <translation>Item corrected</translation>
    </message>
    <message>
        <source>Lý do đính chính</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>Ghi xong sẽ in giấy tiếp nhận mới, ghi rõ là thay giấy cũ.</source>
        <translation>Once recorded, a new receipt is printed; it says that it replaces the old one.</translation>
    </message>
    <message>
        <source>Đang ghi: {value}</source>
        <translation>Recorded: {value}</translation>
    </message>
    <message>
        <source>Thủ tục này có nhiều trường hợp: ghi xong, đính chính tiếp mục Trường hợp.</source>
        <translation>This procedure has several cases: once recorded, correct the item Case as well.</translation>
    </message>
</context>
<context>
    <name>Correction</name>
    <message>
        <source>(không ghi)</source>
        <translation>(not given)</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Người nộp thay</source>
        <translation>Submitter</translation>
    </message>
    <message>
        <source>họ tên</source>
        <translation>full name</translation>
    </message>
    <message>
        <source>cá nhân hay tổ chức</source>
        <translation>person or organisation</translation>
    </message>
    <message>
        <source>số giấy tờ</source>
        <translation>identity number</translation>
    </message>
    <message>
        <source>ngày sinh</source>
        <translation>birth date</translation>
    </message>
    <message>
        <source>giới tính</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>điện thoại</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>email</source>
        <translation>email</translation>
    </message>
    <message>
        <source>địa chỉ</source>
        <translation>address</translation>
    </message>
    <message>
        <source>Hình thức nộp</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Số bộ hồ sơ</source>
        <translation>Number of sets</translation>
    </message>
    <message>
        <source>Cách nhận kết quả</source>
        <translation>Result by</translation>
    </message>
    <message>
        <source>Địa chỉ nhận kết quả</source>
        <translation>Address for the result</translation>
    </message>
    <message>
        <source>Ghi chú lúc nhận</source>
        <translation>Note at reception</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Cá nhân</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Tổ chức</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Không phải ngày, ví dụ 23/11/2026</source>
        <translation>Not a date; write, say, 23/11/2026</translation>
    </message>
</context>
<context>
    <name>DayEditor</name>
    <message>
        <source>Loại ngày</source>
        <translation>Kind of day</translation>
    </message>
    <message>
        <source>Ngày thường</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>Nghỉ (N)</source>
        <translation>Off (H)</translation>
    </message>
    <message>
        <source>Làm bù (B)</source>
        <translation>Make-up (W)</translation>
    </message>
    <message>
        <source>Tên ngày nghỉ</source>
        <translation>Name of the day off</translation>
    </message>
    <message>
        <source>Làm bù cho ngày</source>
        <translation>Made up for</translation>
    </message>
    <message>
        <source>Lưu ngày này</source>
        <translation>Save this day</translation>
    </message>
</context>
<context>
    <name>Dossier</name>
    <message>
        <source>Chờ tiếp nhận</source>
        <translation>Awaiting reception</translation>
    </message>
    <message>
        <source>Đã tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Không tiếp nhận</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Đang xử lý</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung</source>
        <translation>Supplement requested</translation>
    </message>
    <message>
        <source>Nghĩa vụ tài chính</source>
        <translation>Payment due</translation>
    </message>
    <message>
        <source>Xin rút</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Dừng xử lý</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Đã xử lý xong, chờ trả</source>
        <translation>Finished, to be returned</translation>
    </message>
    <message>
        <source>Đã trả kết quả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Yêu cầu trực tuyến đến</source>
        <translation>Online request came</translation>
    </message>
    <message>
        <source>Tiếp nhận yêu cầu trực tuyến</source>
        <translation>Online request accepted</translation>
    </message>
    <message>
        <source>Từ chối yêu cầu trực tuyến</source>
        <translation>Online request refused</translation>
    </message>
    <message>
        <source>Gửi việc của máy khác</source>
        <translation>Send another station&apos;s work</translation>
    </message>
    <message>
        <source>Chốt tháng báo cáo</source>
        <translation>Closing a month</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Hand-over confirmed</translation>
    </message>
    <message>
        <source>Không nhận bàn giao</source>
        <translation>Hand-over refused</translation>
    </message>
    <message>
        <source>Bước 5 tại chỗ</source>
        <translation>On-site-five step</translation>
    </message>
    <message>
        <source>Nhận bổ sung</source>
        <translation>Take supplement</translation>
    </message>
    <message>
        <source>Nộp tiền</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>Báo người nộp</source>
        <translation>Tell the applicant</translation>
    </message>
    <message>
        <source>Yêu cầu nộp tiền</source>
        <translation>Payment requested</translation>
    </message>
    <message>
        <source>Xin lỗi và hẹn lại</source>
        <translation>Apologise and promise anew</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Thu hồi việc trả nhầm</source>
        <translation>Wrong return recalled</translation>
    </message>
    <message>
        <source>Rút hồ sơ</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Đính chính</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Printed again</translation>
    </message>
    <message>
        <source>Đã xem xét chỗ không khớp</source>
        <translation>Conflict decided</translation>
    </message>
    <message>
        <source>Trực tiếp</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Tại quầy</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>Qua bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Bản điện tử</source>
        <translation>Electronic copy</translation>
    </message>
    <message>
        <source>Trước hạn</source>
        <translation>Before due</translation>
    </message>
    <message>
        <source>Đúng hạn</source>
        <translation>On due</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>DossierPanel</name>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Thủ tục và hẹn trả</source>
        <translation>Procedure and due time</translation>
    </message>
    <message>
        <source>5 tại chỗ</source>
        <translation>On-site-five</translation>
    </message>
    <message>
        <source>Giấy tờ đã nhận</source>
        <translation>Papers received</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Phiếu đã in tại quầy này</source>
        <translation>Papers printed at this counter</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Người nộp thay</source>
        <translation>Submitter</translation>
    </message>
    <message>
        <source>Đang ở</source>
        <translation>Now at</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Cách tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Lý do hẹn khác</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Lịch</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Gia hạn đến</source>
        <translation>Extended to</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Result by</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Không có giấy tờ nào.</source>
        <translation>No papers.</translation>
    </message>
    <message>
        <source>bản chính {originals}, bản sao {copies}</source>
        <translation>originals {originals}, copies {copies}</translation>
    </message>
    <message>
        <source>Chưa in phiếu nào.</source>
        <translation>No paper printed yet.</translation>
    </message>
    <message>
        <source>In lại: {form}</source>
        <translation>Print again: {form}</translation>
    </message>
    <message>
        <source>In: {form}</source>
        <translation>Print: {form}</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>{limit}, trừ {days}</source>
        <translation>{limit}, not counting {days}</translation>
    </message>
    <message>
        <source>Không quy định thời hạn</source>
        <translation>No time limit</translation>
    </message>
    <message>
        <source>Chưa có lịch làm việc năm {years}: hẹn trả có thể sai.</source>
        <translation>No working calendar for {years}: the due moment may be wrong.</translation>
    </message>
    <message>
        <source>nghỉ {days} ({name})</source>
        <translation>{days} off ({name})</translation>
    </message>
    <message>
        <source>{n} ngày chờ bổ sung</source>
        <translation>{n} days waiting for papers</translation>
    </message>
    <message>
        <source>{n} ngày làm việc</source>
        <translation>{n} working day(s)</translation>
    </message>
    <message>
        <source>{n} giờ làm việc</source>
        <translation>{n} working hours</translation>
    </message>
    <message>
        <source>{n} ngày</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} tháng</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <source>Trong ngày</source>
        <translation>The same day</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>ngày không làm việc trong tuần</source>
        <translation>days of the week without work</translation>
    </message>
</context>
<context>
    <name>DutyForm</name>
    <message>
        <source>Thông báo nghĩa vụ tài chính</source>
        <translation>Notice of payment due</translation>
    </message>
    <message>
        <source>Số tiền (đồng)</source>
        <translation>Amount (đồng)</translation>
    </message>
    <message>
        <source>Thời hạn giải quyết dừng tính cho đến khi nộp tiền.</source>
        <translation>The clock stops until the payment is made.</translation>
    </message>
</context>
<context>
    <name>EarlyEndForm</name>
    <message>
        <source>Hoàn trả, trong {paid} đã nộp</source>
        <translation>Given back, of {paid} paid</translation>
    </message>
</context>
<context>
    <name>EditBox</name>
    <message>
        <source>Thêm dòng</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Xóa dòng</source>
        <translation>Remove row</translation>
    </message>
    <message>
        <source>Thêm dòng: {name}</source>
        <translation>Add row: {name}</translation>
    </message>
    <message>
        <source>Xóa dòng: {name}</source>
        <translation>Remove row: {name}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến.</source>
        <translation>The program met an unexpected error.</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu vẫn an toàn.</source>
        <translation>Saved dossiers are safe.</translation>
    </message>
    <message>
        <source>Có thể làm tiếp; xin báo quản trị kèm mã lỗi.</source>
        <translation>You can go on; please tell the administrator the code.</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Dừng xuất</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Đang xuất…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>Đang xuất… {percent}%</source>
        <translation>Exporting… {percent}%</translation>
    </message>
</context>
<context>
    <name>ExtendForm</name>
    <message>
        <source>Xin lỗi và hẹn lại ngày trả</source>
        <translation>Apologise and set a new due time</translation>
    </message>
    <message>
        <source>Ngày hẹn lại</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>Giờ hẹn lại</source>
        <translation>New due hour</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Ghi xong sẽ in thư xin lỗi và đề nghị gia hạn (mẫu 04).</source>
        <translation>Once recorded, the apology with the request for an extension (form 04) is printed.</translation>
    </message>
    <message>
        <source>Hạn đã hẹn {moment} đã qua: thư xin lỗi phải gửi trước hạn.</source>
        <translation>The due time promised, {moment}, has passed: an apology must be sent before it.</translation>
    </message>
    <message>
        <source>Đang hẹn {moment}; chỉ hẹn lại được một lần.</source>
        <translation>Due {moment}; it can be extended only once.</translation>
    </message>
    <message>
        <source>Hồ sơ này đã hẹn lại một lần; lần này ghi là do Tổ trưởng quyết định.</source>
        <translation>This dossier was extended once; this time it is recorded as the supervisor&apos;s decision.</translation>
    </message>
    <message>
        <source>Hồ sơ này đã hẹn lại một lần: lần thứ hai cần Tổ trưởng hoặc Quản trị.</source>
        <translation>This dossier was extended once: a second time needs a supervisor or an administrator.</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>Chưa mở được quầy</source>
        <translation>The counter could not be opened</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Đóng chương trình</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>Mã: {code}</source>
        <translation>Code: {code}</translation>
    </message>
</context>
<context>
    <name>FeeBox</name>
    <message>
        <source>Số trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Phí, lệ phí (đồng)</source>
        <translation>Fee (đồng)</translation>
    </message>
    <message>
        <source>Miễn</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>Lý do miễn phí</source>
        <translation>Reason for exemption</translation>
    </message>
    <message>
        <source>Thu tiền</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Chuyển khoản</source>
        <translation>Bank transfer</translation>
    </message>
    <message>
        <source>Cách thu</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>Ký hiệu biên lai</source>
        <translation>Fee receipt series</translation>
    </message>
    <message>
        <source>Số biên lai</source>
        <translation>Fee receipt number</translation>
    </message>
    <message>
        <source>Người nộp tiền</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>Lý do miễn</source>
        <translation>Reason for exemption</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên chủ hồ sơ</source>
        <translation>Owner&apos;s name</translation>
    </message>
    <message>
        <source>Tên người nộp</source>
        <translation>Submitter&apos;s name</translation>
    </message>
    <message>
        <source>Tên cán bộ</source>
        <translation>Clerk&apos;s name</translation>
    </message>
    <message>
        <source>Tên cơ quan</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>Mã cơ quan</source>
        <translation>Agency code</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Mã thủ tục</source>
        <translation>Procedure code</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Dải số bổ sung</source>
        <translation>Extra serial range</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Số điện thoại</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Số giấy tờ tùy thân</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Mã số thuế</source>
        <translation>Tax code</translation>
    </message>
    <message>
        <source>Mã trên thẻ căn cước</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>Dòng đọc máy trên thẻ</source>
        <translation>Card&apos;s machine-readable line</translation>
    </message>
    <message>
        <source>Địa chỉ nhận kết quả</source>
        <translation>Address for the result</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Mã riêng của dòng</source>
        <translation>Own key of the line</translation>
    </message>
    <message>
        <source>5 tại chỗ</source>
        <translation>On-site-five</translation>
    </message>
    <message>
        <source>Số bộ hồ sơ</source>
        <translation>Number of sets</translation>
    </message>
    <message>
        <source>Số tiền</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Lúc tiếp nhận</source>
        <translation>Time of reception</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Thời hạn giải quyết</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Ca làm việc</source>
        <translation>Working shift</translation>
    </message>
    <message>
        <source>Tuần làm việc</source>
        <translation>Working week</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Dòng nhập</source>
        <translation>Import line</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Tên thủ tục</source>
        <translation>Procedure name</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Cấp thực hiện</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Thời hạn theo luật</source>
        <translation>Limit by law</translation>
    </message>
    <message>
        <source>Mức phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Các bước 5 tại chỗ</source>
        <translation>On-site-five steps</translation>
    </message>
    <message>
        <source>Khi chờ bổ sung</source>
        <translation>While a supplement is awaited</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Ngày được làm bù</source>
        <translation>The day made up for</translation>
    </message>
    <message>
        <source>Tên ngày nghỉ</source>
        <translation>Name of the day off</translation>
    </message>
    <message>
        <source>Loại ngày</source>
        <translation>Kind of day</translation>
    </message>
    <message>
        <source>Lúc thực hiện</source>
        <translation>Time of the step</translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation>Handed to</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Giấy tờ còn thiếu</source>
        <translation>Missing papers</translation>
    </message>
    <message>
        <source>Hạn bổ sung</source>
        <translation>Supplement due</translation>
    </message>
    <message>
        <source>Ngày hẹn lại</source>
        <translation>New due time</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cách báo</source>
        <translation>Way of notice</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>Tên người nhận</source>
        <translation>Collector&apos;s name</translation>
    </message>
    <message>
        <source>Số giấy tờ của người nhận</source>
        <translation>Collector&apos;s identity number</translation>
    </message>
    <message>
        <source>Giấy ủy quyền</source>
        <translation>Letter of authority</translation>
    </message>
    <message>
        <source>Mức hài lòng</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Nội dung yêu cầu</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Mục đính chính</source>
        <translation>Item corrected</translation>
    </message>
    <message>
        <source>Số trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Lượt đến</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Kỳ</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Giá trị đúng</source>
        <translation>Right value</translation>
    </message>
    <message>
        <source>Chỗ không khớp</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>Giờ chốt nhận</source>
        <translation>Cut-off</translation>
    </message>
    <message>
        <source>Tháng báo cáo</source>
        <translation>Month of the report</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Số của cổng</source>
        <translation>Portal number</translation>
    </message>
    <message>
        <source>Lúc nộp trực tuyến</source>
        <translation>Time of the online request</translation>
    </message>
    <message>
        <source>Số tiền hoàn trả</source>
        <translation>Amount given back</translation>
    </message>
    <message>
        <source>Trọng số</source>
        <translation>Weights</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Người đến</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Lý do đổi ngày hẹn</source>
        <translation>Reason for another due date</translation>
    </message>
    <message>
        <source>Lý do miễn</source>
        <translation>Reason of exemption</translation>
    </message>
    <message>
        <source>Lý do từ chối</source>
        <translation>Reason of refusal</translation>
    </message>
    <message>
        <source>Người làm</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Người nộp tiền</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>Ký hiệu biên lai</source>
        <translation>Receipt series</translation>
    </message>
    <message>
        <source>Số biên lai</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>Số bưu gửi</source>
        <translation>Postal number</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Giá trị cũ</source>
        <translation>Old value</translation>
    </message>
    <message>
        <source>Nội dung hồ sơ chuyển đi</source>
        <translation>Content of the dossier handed over</translation>
    </message>
    <message>
        <source>Thông tin cơ quan</source>
        <translation>Facts of the office</translation>
    </message>
    <message>
        <source>Ngày nghỉ</source>
        <translation>Days off</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Kỳ phải nằm trong các năm 2000 đến 2099.</source>
        <translation>The period must lie in the years 2000 to 2099.</translation>
    </message>
    <message>
        <source>Kỳ kết thúc trước khi bắt đầu.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Tháng này</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Tháng trước</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>Quý này</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>Năm nay</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Trước và đúng hạn: {share}</source>
        <translation>Before and on time: {share}</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Đã giải quyết</source>
        <translation>Solved</translation>
    </message>
    <message>
        <source>Giải quyết quá hạn</source>
        <translation>Solved late</translation>
    </message>
    <message>
        <source>Đang giải quyết</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đang quá hạn</source>
        <translation>Open and late</translation>
    </message>
    <message>
        <source>Biểu 06: tình hình, kết quả giải quyết</source>
        <translation>Biểu 06: state and results</translation>
    </message>
    <message>
        <source>Tổng hợp trước hạn, đúng hạn, quá hạn</source>
        <translation>Summary: before, on, over due</translation>
    </message>
    <message>
        <source>Hồ sơ quá hạn và lý do</source>
        <translation>Overdue dossiers and reasons</translation>
    </message>
    <message>
        <source>Bổ sung và gia hạn</source>
        <translation>Supplements and extensions</translation>
    </message>
    <message>
        <source>Mức độ hài lòng</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Thu phí, lệ phí</source>
        <translation>Fees taken</translation>
    </message>
    <message>
        <source>Tiếp nhận trực tuyến</source>
        <translation>Online requests taken in</translation>
    </message>
    <message>
        <source>Từ chối và hướng dẫn tại quầy</source>
        <translation>Refusals and guidance at the counter</translation>
    </message>
    <message>
        <source>Sổ theo dõi hồ sơ (mẫu 07)</source>
        <translation>Register (form 07)</translation>
    </message>
    <message>
        <source>Cắt giảm thời hạn</source>
        <translation>Shortened limits</translation>
    </message>
    <message>
        <source>Bộ chỉ số Quyết định 766</source>
        <translation>Index of Decision 766</translation>
    </message>
    <message>
        <source>Đánh giá theo Nghị định 61</source>
        <translation>Evaluation by Decree 61</translation>
    </message>
    <message>
        <source>Tiếp nhận theo giờ</source>
        <translation>Received by hour</translation>
    </message>
    <message>
        <source>Thủ tục tiếp nhận nhiều nhất</source>
        <translation>Most frequent procedures</translation>
    </message>
    <message>
        <source>Kết quả giải quyết theo tuần</source>
        <translation>Results by week</translation>
    </message>
    <message>
        <source>Đang giải quyết, đã ở đây bao lâu</source>
        <translation>Open, by how long here</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Người giữ</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Tính đến {at}, gồm {n} hồ sơ chưa gửi.</source>
        <translation>As of {at}, with {n} dossiers not sent yet.</translation>
    </message>
    <message>
        <source>Tính đến {at}.</source>
        <translation>As of {at}.</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Chốt tháng</source>
        <translation>Close the month</translation>
    </message>
    <message>
        <source>Chốt tháng {month}</source>
        <translation>Close {month}</translation>
    </message>
    <message>
        <source>Chốt tháng {month}: số liệu tháng này và các tháng trước sẽ không đổi nữa.</source>
        <translation>Close {month}: its figures and those of earlier months will not change again.</translation>
    </message>
    <message>
        <source>Việc ghi muộn và đính chính sau đó tính vào tháng sau.</source>
        <translation>What is entered late or corrected afterwards counts in a later month.</translation>
    </message>
    <message>
        <source>Chốt</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đã chốt tháng {month}.</source>
        <translation>{month} is closed.</translation>
    </message>
    <message>
        <source>Lưu báo cáo</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Đã lưu ra {path}.</source>
        <translation>Saved to {path}.</translation>
    </message>
    <message>
        <source>Bảng số liệu</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Biểu đồ</source>
        <translation>Plots</translation>
    </message>
</context>
<context>
    <name>FinishForm</name>
    <message>
        <source>Có kết quả giải quyết</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Từ chối sau thẩm định</source>
        <translation>Refused after examination</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Giấy tờ kết quả</source>
        <translation>Result papers</translation>
    </message>
    <message>
        <source>Tên giấy tờ kết quả khác (Enter để thêm)</source>
        <translation>Name of another result paper (Enter to add)</translation>
    </message>
    <message>
        <source>Lý do từ chối</source>
        <translation>Reason for refusal</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Lưu (Ctrl+S)</source>
        <translation>Save (Ctrl+S)</translation>
    </message>
    <message>
        <source>Lưu, in, tiếp (Ctrl+Enter)</source>
        <translation>Save, print, next (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>HẸN TRẢ</source>
        <translation>DUE</translation>
    </message>
    <message>
        <source>Chọn thủ tục để tính hẹn trả</source>
        <translation>Choose a procedure to see the due time</translation>
    </message>
    <message>
        <source>ĐÃ LƯU</source>
        <translation>SAVED</translation>
    </message>
    <message>
        <source>ĐÃ LƯU TRƯỚC ĐÓ</source>
        <translation>SAVED BEFORE</translation>
    </message>
    <message>
        <source>Hẹn trả {moment}</source>
        <translation>Due {moment}</translation>
    </message>
    <message>
        <source>Hồ sơ mới (F2)</source>
        <translation>New dossier (F2)</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Việc</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Việc của mình</source>
        <translation>Own matter</translation>
    </message>
    <message>
        <source>Nộp thay</source>
        <translation>For another</translation>
    </message>
    <message>
        <source>1  Người nộp</source>
        <translation>1  Applicant</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
</context>
<context>
    <name>FounderCard</name>
    <message>
        <source>Họ và tên quản trị</source>
        <translation>Administrator&apos;s full name</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Chữ thường, số, dấu chấm.</source>
        <translation>Small letters, digits, dots.</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Ít nhất 8 ký tự.</source>
        <translation>At least 8 characters.</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>Quản trị đầu tiên</source>
        <translation>First administrator</translation>
    </message>
    <message>
        <source>Hai lần nhập mật khẩu không giống nhau.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
</context>
<context>
    <name>FounderPage</name>
    <message>
        <source>Quầy chưa có người quản trị</source>
        <translation>The counter has no administrator yet</translation>
    </message>
    <message>
        <source>Tạo người quản trị</source>
        <translation>Create the administrator</translation>
    </message>
    <message>
        <source>Lần thiết lập trước bị dừng giữa chừng. Sổ hồ sơ đã có, chỉ còn thiếu người quản trị.</source>
        <translation>The last set-up stopped halfway. The register is there; only the administrator is missing.</translation>
    </message>
</context>
<context>
    <name>GivePanel</name>
    <message>
        <source>Quét hoặc gõ mã hồ sơ</source>
        <translation>Scan or type a dossier code</translation>
    </message>
    <message>
        <source>Đã chọn {n} trên {total} hồ sơ</source>
        <translation>{n} of {total} dossiers chosen</translation>
    </message>
    <message>
        <source>Hồ sơ có thể bàn giao</source>
        <translation>Dossiers that can be handed over</translation>
    </message>
    <message>
        <source>Bàn giao, in danh sách (Ctrl+Enter)</source>
        <translation>Hand over, print list (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Bỏ chọn hết</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <source>Danh sách bàn giao đang làm dở đã được mở lại.</source>
        <translation>The unfinished hand-over list was opened again.</translation>
    </message>
    <message>
        <source>{n} hồ sơ không đi được, xem ở đầu bảng. Phím Delete bỏ khỏi bảng.</source>
        <translation>{n} dossiers cannot go, see the top of the table. Delete takes them off it.</translation>
    </message>
    <message>
        <source>Phím cách chọn hoặc bỏ chọn.</source>
        <translation>Space chooses or unchooses.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào chờ bàn giao.</source>
        <translation>No dossier waits for hand-over.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã bỏ chọn hết.</source>
        <translation>Nothing is chosen now.</translation>
    </message>
    <message>
        <source>Chưa chọn hồ sơ nào: quét, gõ mã hoặc nhấn phím cách.</source>
        <translation>No dossier chosen: scan, type a code or press Space.</translation>
    </message>
    <message>
        <source>Đã bàn giao {n} hồ sơ cho {to}, danh sách số {serial}. Danh sách đang in.</source>
        <translation>{n} dossiers handed over to {to}, list no. {serial}. The list is printing.</translation>
    </message>
    <message>
        <source>{n} hồ sơ không đi được, xem ở đầu bảng.</source>
        <translation>{n} dossiers cannot go, see the top of the table.</translation>
    </message>
    <message>
        <source>Hoàn tác bàn giao ngay tại quầy</source>
        <translation>Hand-over undone at the counter</translation>
    </message>
    <message>
        <source>Đã hoàn tác bàn giao {n} hồ sơ.</source>
        <translation>The hand-over of {n} dossiers was undone.</translation>
    </message>
    <message>
        <source>Danh sách vừa in không còn dùng được, hãy bỏ đi.</source>
        <translation>The list just printed is void; throw it away.</translation>
    </message>
</context>
<context>
    <name>GuideSheet</name>
    <message>
        <source>Hướng dẫn</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Trang hướng dẫn</source>
        <translation>Guide page</translation>
    </message>
    <message>
        <source>Mục lục</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Đang chuyển đến {holder}, chờ xác nhận</source>
        <translation>On the way to {holder}, not confirmed yet</translation>
    </message>
    <message>
        <source>{stage} · đang ở {holder}</source>
        <translation>{stage} · now at {holder}</translation>
    </message>
    <message>
        <source>Đang ở trạng thái “{stage}”: không bàn giao được, để riêng ra.</source>
        <translation>In the state “{stage}”: cannot be handed over, set it aside.</translation>
    </message>
    <message>
        <source>Đang chuyển đến {holder}, chờ xác nhận: không giao lần nữa.</source>
        <translation>On the way to {holder}, not confirmed yet: not to be handed over again.</translation>
    </message>
    <message>
        <source>Không có trên máy này, không vào danh sách: để riêng ra.</source>
        <translation>Not on this machine, not on the list: set it aside.</translation>
    </message>
    <message>
        <source>{n} hồ sơ có mã kết thúc như vậy; gõ thêm số.</source>
        <translation>{n} dossiers have a code that ends so; type more digits.</translation>
    </message>
    <message>
        <source>Không thấy hồ sơ có mã này trên máy.</source>
        <translation>No dossier with this code on this machine.</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Bàn giao hồ sơ</source>
        <translation>Hand over dossiers</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Đang xem các danh sách đã giao, chưa ghi gì.</source>
        <translation>These are the lists already handed over; nothing was recorded.</translation>
    </message>
    <message>
        <source>Chọn “Giao” hoặc “Nhận” rồi quét lại.</source>
        <translation>Choose “Hand over” or “Confirm”, then scan again.</translation>
    </message>
    <message>
        <source>Giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Nhận</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Danh sách đã giao</source>
        <translation>Lists handed over</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Chữ nhỏ hơn</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Cỡ chữ bình thường</source>
        <translation>Normal text size</translation>
    </message>
    <message>
        <source>Chữ lớn hơn</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Đổi giao diện sáng, tối, tương phản cao</source>
        <translation>Switch between light, dark and high contrast</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Lần quét gần nhất và hôm nay</source>
        <translation>Last scan and today</translation>
    </message>
    <message>
        <source>F1 Trợ giúp</source>
        <translation>F1 Help</translation>
    </message>
    <message>
        <source>Trợ giúp và phím tắt</source>
        <translation>Help and keys</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tương phản</source>
        <translation>Contrast</translation>
    </message>
</context>
<context>
    <name>HeldModel</name>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
</context>
<context>
    <name>HoursEditor</name>
    <message>
        <source>Giờ chốt nhận hồ sơ trong ngày</source>
        <translation>Cut-off for same-day dossiers</translation>
    </message>
    <message>
        <source>Hồ sơ có thời hạn khác</source>
        <translation>Dossiers with another limit</translation>
    </message>
    <message>
        <source>Giờ hẹn trả</source>
        <translation>Hour of the due time</translation>
    </message>
    <message>
        <source>Lưu giờ làm việc</source>
        <translation>Save working hours</translation>
    </message>
    <message>
        <source>Ghi các ca như 7:00-11:30, 13:30-17:00; để trống là nghỉ.</source>
        <translation>Write shifts like 7:00-11:30, 13:30-17:00; leave empty for a day off.</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Số {number}: đang nhập “{typed}”, trước đây ghi “{known}” (hồ sơ {code}).</source>
        <translation>Number {number}: now “{typed}”, recorded before as “{known}” (dossier {code}).</translation>
    </message>
    <message>
        <source>Dùng tên đã ghi</source>
        <translation>Use the recorded name</translation>
    </message>
    <message>
        <source>Người này đã nộp chính thủ tục này, chưa xong: {code}, nhận {received}, {stage}.</source>
        <translation>This person has this very procedure open: {code}, received {received}, {stage}.</translation>
    </message>
    <message>
        <source>không có số</source>
        <translation>no number</translation>
    </message>
    <message>
        <source>Trùng họ tên và ngày sinh với {name} ({number}, hồ sơ {code}): kiểm tra có phải một.</source>
        <translation>Same name and birth date as {name} ({number}, dossier {code}): check whether it is the same person.</translation>
    </message>
    <message>
        <source>Đang có {n} hồ sơ ở đây:</source>
        <translation>{n} open dossiers here:</translation>
    </message>
    <message>
        <source>và {n} hồ sơ khác</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>, hẹn {day}</source>
        <translation>, due {day}</translation>
    </message>
    <message>
        <source>Chưa nhập tên.</source>
        <translation>No name entered.</translation>
    </message>
    <message>
        <source>Không phải ngày, ví dụ 15/08/2000.</source>
        <translation>Not a date; for example 15/08/2000.</translation>
    </message>
    <message>
        <source>Ngày sinh ở tương lai.</source>
        <translation>The birth date is in the future.</translation>
    </message>
    <message>
        <source>Số giấy tờ cũ trên thẻ không đọc được.</source>
        <translation>The old number on the card cannot be read.</translation>
    </message>
    <message>
        <source>Thẻ không có họ tên: nhập theo thẻ.</source>
        <translation>The card gave no name: type it from the card.</translation>
    </message>
    <message>
        <source>Họ tên quét được bị mất dấu: đối chiếu thẻ và sửa lại.</source>
        <translation>The scanned name lost its accents: compare with the card and correct it.</translation>
    </message>
    <message>
        <source>Ngày sinh trên thẻ không đọc được: nhập theo thẻ.</source>
        <translation>The birth date on the card cannot be read: type it from the card.</translation>
    </message>
    <message>
        <source>Ngày sinh trên thẻ ở tương lai: nhập theo thẻ.</source>
        <translation>The birth date on the card is in the future: type it from the card.</translation>
    </message>
    <message>
        <source>Giới tính trên thẻ không đọc được.</source>
        <translation>The sex on the card cannot be read.</translation>
    </message>
    <message>
        <source>Địa chỉ quét được bị mất dấu: đối chiếu thẻ.</source>
        <translation>The scanned address lost its accents: compare with the card.</translation>
    </message>
    <message>
        <source>Ngày cấp thẻ không đọc được.</source>
        <translation>The card&apos;s date of issue cannot be read.</translation>
    </message>
    <message>
        <source>Ngày cấp thẻ ở tương lai.</source>
        <translation>The card&apos;s date of issue is in the future.</translation>
    </message>
    <message>
        <source>Số căn cước không khớp giới tính.</source>
        <translation>The identity number does not match the sex.</translation>
    </message>
    <message>
        <source>Số căn cước không khớp năm sinh.</source>
        <translation>The identity number does not match the birth year.</translation>
    </message>
    <message>
        <source>Thẻ đã hết hạn.</source>
        <translation>The card has expired.</translation>
    </message>
    <message>
        <source>Chưa nhập địa chỉ nhận kết quả.</source>
        <translation>No address for the result entered.</translation>
    </message>
    <message>
        <source>Chưa chọn thủ tục.</source>
        <translation>No procedure chosen.</translation>
    </message>
    <message>
        <source>Chưa chọn trường hợp.</source>
        <translation>No case chosen.</translation>
    </message>
    <message>
        <source>Chưa tiếp nhận được, thiếu giấy tờ bắt buộc: {names}.</source>
        <translation>Cannot be received, required papers are missing: {names}.</translation>
    </message>
    <message>
        <source>Ghi lý do chưa đạt của: {names}.</source>
        <translation>Say why these are not good: {names}.</translation>
    </message>
    <message>
        <source>Nhập ngày và giờ hẹn, ví dụ 26/11/2026 và 10:00.</source>
        <translation>Enter day and time, for example 26/11/2026 and 10:00.</translation>
    </message>
    <message>
        <source>Hẹn khác thời hạn tính được: ghi lý do.</source>
        <translation>Other than the computed due time: give a reason.</translation>
    </message>
    <message>
        <source>Hẹn muộn hơn thời hạn tính được: cần quyền tổ trưởng.</source>
        <translation>Later than the computed due time: needs a supervisor.</translation>
    </message>
    <message>
        <source>Ghi lý do miễn phí.</source>
        <translation>Give the reason for the exemption.</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Bỏ phiếu này</source>
        <translation>Discard this form</translation>
    </message>
    <message>
        <source>Tiếp nhận hồ sơ</source>
        <translation>Register a dossier</translation>
    </message>
    <message>
        <source>Phiếu đang nhập dở đã được mở lại.</source>
        <translation>The unfinished form was opened again.</translation>
    </message>
    <message>
        <source>{code} đã lưu trước khi chương trình dừng.</source>
        <translation>{code} was saved before the program stopped.</translation>
    </message>
    <message>
        <source>Vừa quét hồ sơ {code}.</source>
        <translation>Scanned dossier {code}.</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open the dossier</translation>
    </message>
    <message>
        <source>Phiếu đang nhập vẫn giữ nguyên.</source>
        <translation>The form stays as it is.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã bỏ phiếu đang nhập.</source>
        <translation>The form was discarded.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Trợ giúp và phím tắt</source>
        <translation>Help and keys</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Hướng dẫn của trang đang mở</source>
        <translation>Guide to the open page</translation>
    </message>
    <message>
        <source>Đồng bộ ngay</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <source>Lưu, in, hồ sơ tiếp theo</source>
        <translation>Save, print, next dossier</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Chọn ô thủ tục</source>
        <translation>Choose a procedure tile</translation>
    </message>
    <message>
        <source>Quay lại, bản nháp được giữ</source>
        <translation>Back; the draft is kept</translation>
    </message>
    <message>
        <source>Trong ô ngày: tới, lùi một ngày; tới, lùi một tuần; hôm nay</source>
        <translation>In a date field: a day on, a day back; a week on, a week back; today</translation>
    </message>
    <message>
        <source>Chữ lớn hơn, nhỏ hơn, bình thường</source>
        <translation>Larger, smaller, normal text</translation>
    </message>
    <message>
        <source>Danh sách phím tắt</source>
        <translation>List of keys</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>quá hạn</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>cần xử lý</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>không thời hạn</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>không hợp với trạng thái lúc đó, cần xử lý</source>
        <translation>did not fit the state at that time, needs attention</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Đang giải quyết</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Nhận hôm nay</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>Sắp hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>Hẹn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Hẹn ngày mai</source>
        <translation>Due tomorrow</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Chờ bổ sung</source>
        <translation>Waiting for papers</translation>
    </message>
    <message>
        <source>Có kết quả, chưa trả</source>
        <translation>Result ready, not returned</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Xin rút</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Dừng xử lý</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Không tiếp nhận</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Chưa ra giấy</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Cần xử lý</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Của tôi</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Đang chuyển</source>
        <translation>On the way</translation>
    </message>
    <message>
        <source>Mới nhất trước</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Cũ nhất trước</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>Tên A → Y</source>
        <translation>Name A → Y</translation>
    </message>
    <message>
        <source>Tên Y → A</source>
        <translation>Name Y → A</translation>
    </message>
    <message>
        <source>Hẹn trả gần trước</source>
        <translation>Due soonest first</translation>
    </message>
    <message>
        <source>Hẹn trả xa trước</source>
        <translation>Due latest first</translation>
    </message>
    <message>
        <source>chưa in</source>
        <translation>not printed yet</translation>
    </message>
    <message>
        <source>đang gửi</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>đã gửi</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>đã ra giấy</source>
        <translation>came out</translation>
    </message>
    <message>
        <source>lỗi</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>chưa rõ đã ra giấy chưa</source>
        <translation>unclear whether it came out</translation>
    </message>
    <message>
        <source>giữ ở tệp PDF</source>
        <translation>kept as PDF</translation>
    </message>
    <message>
        <source>quá giờ, chưa in</source>
        <translation>too late, not printed</translation>
    </message>
    <message>
        <source>đã bỏ</source>
        <translation>dropped</translation>
    </message>
    <message>
        <source>Giấy tiếp nhận và hẹn trả</source>
        <translation>Receipt with due time</translation>
    </message>
    <message>
        <source>Phiếu yêu cầu bổ sung</source>
        <translation>Supplement request</translation>
    </message>
    <message>
        <source>Phiếu từ chối</source>
        <translation>Refusal</translation>
    </message>
    <message>
        <source>Thư xin lỗi, hẹn lại</source>
        <translation>Apology, new due time</translation>
    </message>
    <message>
        <source>Thông báo dừng giải quyết</source>
        <translation>Notice of stopping</translation>
    </message>
    <message>
        <source>Phiếu kiểm soát</source>
        <translation>Control slip</translation>
    </message>
    <message>
        <source>Phiếu trả kết quả</source>
        <translation>Return slip</translation>
    </message>
    <message>
        <source>Danh sách bàn giao</source>
        <translation>Hand-over list</translation>
    </message>
    <message>
        <source>Phiếu 80 mm</source>
        <translation>80 mm slip</translation>
    </message>
    <message>
        <source>Tem hồ sơ</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Trả</source>
        <translation>Returned</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Danh sách hồ sơ</source>
        <translation>List of dossiers</translation>
    </message>
    <message>
        <source>Lọc danh sách</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>Lọc theo tên, số, mã, “quá hạn”…</source>
        <translation>Filter by name, number, code, “quá hạn”…</translation>
    </message>
    <message>
        <source>Thứ tự</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Xuất Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>{n} hồ sơ</source>
        <translation>{n} dossiers</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào khớp trong mục này.</source>
        <translation>No dossier matches in this view.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào trong mục này.</source>
        <translation>No dossiers in this view.</translation>
    </message>
    <message>
        <source>Đã xuất {n} hồ sơ ra {path}.</source>
        <translation>{n} dossiers exported to {path}.</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Danh sách đã giao</source>
        <translation>Lists handed over</translation>
    </message>
    <message>
        <source>Hồ sơ trong danh sách</source>
        <translation>Dossiers on the list</translation>
    </message>
    <message>
        <source>In lại danh sách</source>
        <translation>Print the list again</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Số hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation>Handed to</translation>
    </message>
    <message>
        <source>Chưa có danh sách bàn giao nào.</source>
        <translation>No hand-over list yet.</translation>
    </message>
    <message>
        <source>{n} hồ sơ, {waiting} chờ xác nhận.</source>
        <translation>{n} dossiers, {waiting} not confirmed yet.</translation>
    </message>
    <message>
        <source>{n} hồ sơ.</source>
        <translation>{n} dossiers.</translation>
    </message>
    <message>
        <source>Danh sách số {serial} đang in lại.</source>
        <translation>List no. {serial} is printing again.</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Ví dụ COM3 hoặc /dev/ttyACM0. Để trống: máy quét gõ như bàn phím.</source>
        <translation>For example COM3 or /dev/ttyACM0. Leave empty: the scanner types like a keyboard.</translation>
    </message>
    <message>
        <source>Cổng máy quét nối tiếp</source>
        <translation>Port of a serial scanner</translation>
    </message>
    <message>
        <source>Áp dụng khi mở lại chương trình.</source>
        <translation>In force when the program is opened again.</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Màn hình và máy quét</source>
        <translation>Screen and scanner</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tương phản cao</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>NewProcedureBox</name>
    <message>
        <source>Mã thủ tục</source>
        <translation>Procedure code</translation>
    </message>
    <message>
        <source>Ví dụ 1.001193; giữ đúng mã ở quyết định công bố.</source>
        <translation>For example 1.001193; keep the code of the published decision.</translation>
    </message>
    <message>
        <source>Tên thủ tục</source>
        <translation>Procedure name</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Ghi chú vào hồ sơ</source>
        <translation>Note in the dossier</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>NoticeButtons</name>
    <message>
        <source>Bản công khai…</source>
        <translation>Public notice…</translation>
    </message>
    <message>
        <source>Màn hình công khai</source>
        <translation>Public screen</translation>
    </message>
    <message>
        <source>Lưu bản công khai</source>
        <translation>Save the public notice</translation>
    </message>
    <message>
        <source>Đã lưu ra {path}.</source>
        <translation>Saved to {path}.</translation>
    </message>
</context>
<context>
    <name>NoticeWindow</name>
    <message>
        <source>Màn hình công khai</source>
        <translation>Public screen</translation>
    </message>
    <message>
        <source>Kết quả tháng {month}</source>
        <translation>Results of {month}</translation>
    </message>
    <message>
        <source>▲ Đã quá một giờ chưa có số liệu mới. {as_of}</source>
        <translation>▲ No new figures for more than an hour. {as_of}</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Đã giải quyết</source>
        <translation>Solved</translation>
    </message>
    <message>
        <source>Trước và đúng hạn</source>
        <translation>Before and on time</translation>
    </message>
    <message>
        <source>Đang giải quyết</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>NotifyForm</name>
    <message>
        <source>Đã báo người nộp đến nhận kết quả</source>
        <translation>Applicant told to collect the result</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Tin nhắn</source>
        <translation>Text message</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Trực tiếp</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Cách báo</source>
        <translation>Way of notice</translation>
    </message>
    <message>
        <source>Ghi rõ</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Ghi rõ (số máy, người nghe)</source>
        <translation>Details (number, who answered)</translation>
    </message>
</context>
<context>
    <name>OfferBoard</name>
    <message>
        <source>Thủ tục hành chính (trang {page}/{pages})</source>
        <translation>Procedures (page {page}/{pages})</translation>
    </message>
    <message>
        <source>Thời hạn giải quyết</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>Cơ quan và giấy tờ</source>
        <translation>Office and papers</translation>
    </message>
    <message>
        <source>Lưu cơ quan và giấy tờ</source>
        <translation>Save office and papers</translation>
    </message>
    <message>
        <source>Đã lưu. Giấy tờ từ bây giờ theo nội dung mới.</source>
        <translation>Saved. From now on papers carry the new text.</translation>
    </message>
    <message>
        <source>Tên cơ quan</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>Dòng thứ hai ở đầu giấy tờ</source>
        <translation>Second line at the head of papers</translation>
    </message>
    <message>
        <source>Địa danh trước ngày tháng</source>
        <translation>Place before the date</translation>
    </message>
    <message>
        <source>Điện thoại in trên giấy hẹn</source>
        <translation>Phone printed on the receipt</translation>
    </message>
    <message>
        <source>Số liên giấy hẹn</source>
        <translation>Copies of the receipt</translation>
    </message>
    <message>
        <source>Che bớt số giấy tờ trên liên giao dân</source>
        <translation>Mask the number on the person&apos;s copy</translation>
    </message>
    <message>
        <source>Số giấy tờ tùy thân</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Ghi chú cuối giấy hẹn</source>
        <translation>Note at the end of the receipt</translation>
    </message>
    <message>
        <source>Căn cứ pháp lý in trên giấy</source>
        <translation>Legal basis printed on papers</translation>
    </message>
    <message>
        <source>Đứng trước mã hồ sơ trong mã QR; để trống thì QR chỉ có mã.</source>
        <translation>Stands before the dossier code in the QR code; leave empty and the QR holds only the code.</translation>
    </message>
    <message>
        <source>Địa chỉ tra cứu</source>
        <translation>Look-up address</translation>
    </message>
    <message>
        <source>Dấu / bắt đầu một dòng mới. Để trống: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH.</source>
        <translation>A / starts a new line. Leave empty: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH.</translation>
    </message>
    <message>
        <source>Quyền hạn, chức vụ người ký</source>
        <translation>Signer&apos;s authority and post</translation>
    </message>
    <message>
        <source>In dưới chỗ ký và đóng dấu; để trống thì ghi bằng tay.</source>
        <translation>Printed below signature and seal; leave empty to write it by hand.</translation>
    </message>
    <message>
        <source>Họ và tên người ký</source>
        <translation>Signer&apos;s full name</translation>
    </message>
    <message>
        <source>Bộ mẫu 2025</source>
        <translation>Forms of 2025</translation>
    </message>
    <message>
        <source>Bộ mẫu 2018</source>
        <translation>Forms of 2018</translation>
    </message>
    <message>
        <source>Tên và số mẫu giấy</source>
        <translation>Names and numbers of forms</translation>
    </message>
</context>
<context>
    <name>OnSiteForm</name>
    <message>
        <source>Xong một bước tại chỗ</source>
        <translation>On-site step done</translation>
    </message>
    <message>
        <source>Bước</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Người thực hiện</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Nếu xong bây giờ: {time}.</source>
        <translation>If done now: {time}.</translation>
    </message>
</context>
<context>
    <name>OnlinePage</name>
    <message>
        <source>Hồ sơ trực tuyến chờ tiếp nhận</source>
        <translation>Online requests that wait</translation>
    </message>
    <message>
        <source>Mở để tiếp nhận</source>
        <translation>Open to accept</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Nhận tệp của cổng…</source>
        <translation>Take in a portal file…</translation>
    </message>
    <message>
        <source>Lý do từ chối</source>
        <translation>Reason for refusing</translation>
    </message>
    <message>
        <source>Số của cổng</source>
        <translation>Portal number</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Nộp lúc</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>Xem xét trước</source>
        <translation>Decide before</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hai quầy cùng tiếp nhận: {code}</source>
        <translation>Accepted at two counters: {code}</translation>
    </message>
    <message>
        <source>Chờ, đã quá giờ xem xét</source>
        <translation>Waiting, past its time</translation>
    </message>
    <message>
        <source>Chờ tiếp nhận</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Trang Tiếp nhận đang có phiếu nhập dở.</source>
        <translation>A form is being filled on the page Receive.</translation>
    </message>
    <message>
        <source>Lưu hoặc bỏ phiếu ấy (F2), rồi mở lại yêu cầu này.</source>
        <translation>Save or drop that form (F2), then open this request again.</translation>
    </message>
    <message>
        <source>Phiếu đang nhập vẫn giữ nguyên.</source>
        <translation>The form stays as it is.</translation>
    </message>
    <message>
        <source>Đã từ chối yêu cầu, phiếu số {serial}.</source>
        <translation>Request refused, slip no. {serial}.</translation>
    </message>
    <message>
        <source>Nhận tệp của cổng</source>
        <translation>Take in a portal file</translation>
    </message>
    <message>
        <source>Đã nhận {new} yêu cầu mới, từ chối {refused} dòng.</source>
        <translation>{new} new requests taken in, {refused} lines refused.</translation>
    </message>
    <message>
        <source>Dòng {line}: {what}</source>
        <translation>Line {line}: {what}</translation>
    </message>
    <message>
        <source>{n} yêu cầu.</source>
        <translation>Requests: {n}.</translation>
    </message>
    <message>
        <source>Không có yêu cầu nào chờ.</source>
        <translation>No request waits.</translation>
    </message>
</context>
<context>
    <name>OpenedPanel</name>
    <message>
        <source>Hồ sơ trong số liệu này</source>
        <translation>Dossiers in this figure</translation>
    </message>
    <message>
        <source>Quay lại số liệu</source>
        <translation>Back to the figures</translation>
    </message>
    <message>
        <source>{n} hồ sơ trong số liệu này</source>
        <translation>{n} dossiers in this figure</translation>
    </message>
    <message>
        <source>Gồm {n} hồ sơ tính vào và {m} hồ sơ đính chính trừ ra (ở cuối danh sách).</source>
        <translation>{n} dossiers counted in and {m} taken out by corrections (at the end of the list).</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Đang mở sổ hồ sơ…</source>
        <translation>Opening the register…</translation>
    </message>
    <message>
        <source>Chương trình đang kiểm tra thư mục dữ liệu của quầy.</source>
        <translation>The program is checking the counter&apos;s data folder.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Bổ sung</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>Tìm</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Chưa ra giấy</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Sổ sách</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>Danh mục</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Lịch làm việc</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Nhân sự</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
</context>
<context>
    <name>PapersBox</name>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Thủ tục này không yêu cầu giấy tờ nào.</source>
        <translation>This procedure asks for no papers.</translation>
    </message>
    <message>
        <source>Giấy tờ khác</source>
        <translation>Other papers</translation>
    </message>
    <message>
        <source>Gõ tên giấy tờ kèm thêm rồi Enter</source>
        <translation>Type the name of another paper, then Enter</translation>
    </message>
    <message>
        <source>Không tiếp nhận hồ sơ này…</source>
        <translation>Do not take this dossier…</translation>
    </message>
    <message>
        <source>3  Giấy tờ</source>
        <translation>3  Papers</translation>
    </message>
    <message>
        <source>Giấy tờ kèm thêm</source>
        <translation>Other papers</translation>
    </message>
    <message>
        <source>Thiếu giấy tờ bắt buộc, chưa tiếp nhận được: {names}.</source>
        <translation>Required papers are missing, cannot be received: {names}.</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>Nộp tiền: còn phải nộp {amount}</source>
        <translation>Take payment: {amount} still to pay</translation>
    </message>
    <message>
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Chuyển khoản</source>
        <translation>Bank transfer</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>Miễn, không thu</source>
        <translation>Exempt, nothing to pay</translation>
    </message>
    <message>
        <source>Số tiền (đồng)</source>
        <translation>Amount (đồng)</translation>
    </message>
    <message>
        <source>Ký hiệu biên lai</source>
        <translation>Fee receipt series</translation>
    </message>
    <message>
        <source>Số biên lai</source>
        <translation>Fee receipt number</translation>
    </message>
    <message>
        <source>Người nộp tiền</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>Lý do miễn</source>
        <translation>Reason for exemption</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Nhân sự</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Đã thôi việc ở quầy</source>
        <translation>Left the counter</translation>
    </message>
    <message>
        <source>Đang làm</source>
        <translation>At work</translation>
    </message>
    <message>
        <source>Chưa có mật khẩu trên máy này</source>
        <translation>No password on this PC yet</translation>
    </message>
    <message>
        <source>Chữ thường, số, dấu chấm.</source>
        <translation>Small letters, digits, dots.</translation>
    </message>
    <message>
        <source>Ít nhất 8 ký tự. Để trống: giữ mật khẩu đang có.</source>
        <translation>At least 8 characters. Leave empty: the password stays.</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Lưu người này</source>
        <translation>Save this person</translation>
    </message>
    <message>
        <source>Thêm người</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Cho thôi việc</source>
        <translation>Mark as left</translation>
    </message>
    <message>
        <source>Lý do thôi việc</source>
        <translation>Reason for leaving</translation>
    </message>
    <message>
        <source>Đã lưu {name}.</source>
        <translation>{name} saved.</translation>
    </message>
    <message>
        <source>Việc này phải ghi lý do.</source>
        <translation>This needs a reason.</translation>
    </message>
    <message>
        <source>Người được chọn</source>
        <translation>Chosen person</translation>
    </message>
    <message>
        <source>Thôi việc ở quầy</source>
        <translation>Leaving the counter</translation>
    </message>
    <message>
        <source>Người thôi việc không đăng nhập được nữa; việc đã làm vẫn mang tên họ.</source>
        <translation>Who has left can no longer sign in; what they did keeps their name.</translation>
    </message>
</context>
<context>
    <name>PeriodBox</name>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Chưa phải là ngày.</source>
        <translation>Not a date yet.</translation>
    </message>
</context>
<context>
    <name>PersonBox</name>
    <message>
        <source>Người nộp là</source>
        <translation>The applicant is</translation>
    </message>
    <message>
        <source>Cá nhân</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Tổ chức</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Quét thẻ, gõ tên, số, điện thoại</source>
        <translation>Scan, or type name, number, phone</translation>
    </message>
    <message>
        <source>Số căn cước, hộ chiếu</source>
        <translation>Identity card, passport</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Tên tổ chức</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Mã số thuế</source>
        <translation>Tax code</translation>
    </message>
</context>
<context>
    <name>PinBox</name>
    <message>
        <source>Người nhận xác nhận bằng mã PIN…</source>
        <translation>The receiver confirms with a PIN…</translation>
    </message>
    <message>
        <source>Tên đăng nhập của người nhận</source>
        <translation>Receiver&apos;s login</translation>
    </message>
    <message>
        <source>Mã PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Xác nhận mã PIN</source>
        <translation>Confirm PIN</translation>
    </message>
    <message>
        <source>Thôi xác nhận thay</source>
        <translation>Stop confirming with a PIN</translation>
    </message>
    <message>
        <source>Đang nhận: {name}.</source>
        <translation>Receiving: {name}.</translation>
    </message>
</context>
<context>
    <name>PlotPanel</name>
    <message>
        <source>Lưu biểu đồ ra {kind}</source>
        <translation>Save the plots as {kind}</translation>
    </message>
</context>
<context>
    <name>PrintStrips</name>
    <message>
        <source>Xem danh sách</source>
        <translation>See the list</translation>
    </message>
    <message>
        <source>Đã ra giấy</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>Chưa, in lại</source>
        <translation>No, print again</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Mở PDF</source>
        <translation>Open PDF</translation>
    </message>
    <message>
        <source>Không mở được tệp PDF: {path}.</source>
        <translation>The PDF file cannot be opened: {path}.</translation>
    </message>
    <message>
        <source>Tệp vẫn còn nguyên.</source>
        <translation>The file is unharmed.</translation>
    </message>
    <message>
        <source>Mở tệp bằng chương trình khác.</source>
        <translation>Open the file with another program.</translation>
    </message>
    <message>
        <source>Chưa chọn máy in: giấy được giữ thành tệp PDF</source>
        <translation>No printer chosen: papers are kept as PDF</translation>
    </message>
    <message>
        <source>Máy in: đang in {n} phiếu</source>
        <translation>Printer: printing {n} papers</translation>
    </message>
    <message>
        <source>Máy in {name}: {cause}</source>
        <translation>Printer {name}: {cause}</translation>
    </message>
    <message>
        <source>Máy in: {names} ✓</source>
        <translation>Printer: {names} ✓</translation>
    </message>
</context>
<context>
    <name>PrinterChoice</name>
    <message>
        <source>Không có máy in: giữ tệp PDF</source>
        <translation>No printer: keep as PDF</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{paper}, bản sao {n}</source>
        <translation>{paper}, copy {n}</translation>
    </message>
    <message>
        <source>thư mục {name}</source>
        <translation>folder {name}</translation>
    </message>
    <message>
        <source>{paper} chưa ra giấy: {cause}.</source>
        <translation>{paper} has not come out: {cause}.</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu, tệp PDF đã giữ.</source>
        <translation>The dossier is saved, the PDF is kept.</translation>
    </message>
    <message>
        <source>{paper} đã ra giấy chưa?</source>
        <translation>{paper}: has it come out?</translation>
    </message>
    <message>
        <source>Máy in {printer}: {cause}.</source>
        <translation>Printer {printer}: {cause}.</translation>
    </message>
    <message>
        <source>Nhìn khay giấy rồi chọn một nút.</source>
        <translation>Look at the tray, then choose a button.</translation>
    </message>
    <message>
        <source>Đã giữ thành tệp PDF: {papers}.</source>
        <translation>Kept as PDF: {papers}.</translation>
    </message>
    <message>
        <source>{n} phiếu của lần trước chưa rõ đã ra giấy chưa.</source>
        <translation>{n} earlier papers: unclear whether they came out.</translation>
    </message>
    <message>
        <source>Chương trình không tự in lại phiếu cũ.</source>
        <translation>The program never prints old papers by itself.</translation>
    </message>
    <message>
        <source>Phiếu {code} có ký tự phông chữ không vẽ được: {letters}.</source>
        <translation>The receipt of {code} has characters that the font cannot draw: {letters}.</translation>
    </message>
    <message>
        <source>Ký tự đó in thành □; sửa bằng tay trên giấy nếu cần.</source>
        <translation>They are printed as □; correct the paper by hand if needed.</translation>
    </message>
    <message>
        <source>Phiếu</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Trang in thử</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>Bấm In lại; nếu vẫn lỗi, mở tệp PDF và in bằng tay.</source>
        <translation>Press Print again; if it still fails, open the PDF and print it by hand.</translation>
    </message>
    <message>
        <source>Xử lý ở máy in rồi bấm In lại.</source>
        <translation>See to the printer, then press Print again.</translation>
    </message>
    <message>
        <source>Chọn lại máy in trong phần Thiết lập, hoặc mở tệp PDF.</source>
        <translation>Choose the printer anew in Settings, or open the PDF.</translation>
    </message>
    <message>
        <source>không rõ lý do</source>
        <translation>reason unknown</translation>
    </message>
    <message>
        <source>chưa chọn máy in</source>
        <translation>no printer chosen</translation>
    </message>
    <message>
        <source>tệp PDF không còn</source>
        <translation>the PDF file is gone</translation>
    </message>
    <message>
        <source>máy in không còn trong danh sách của máy</source>
        <translation>it is no longer among this PC&apos;s printers</translation>
    </message>
    <message>
        <source>máy in đang tạm dừng</source>
        <translation>it is paused</translation>
    </message>
    <message>
        <source>dịch vụ in của máy đang tắt</source>
        <translation>the print service of this PC is off</translation>
    </message>
    <message>
        <source>máy in tắt hoặc tuột dây</source>
        <translation>it is off or unplugged</translation>
    </message>
    <message>
        <source>máy in hết giấy</source>
        <translation>out of paper</translation>
    </message>
    <message>
        <source>máy in kẹt giấy</source>
        <translation>paper jam</translation>
    </message>
    <message>
        <source>nắp máy in đang mở</source>
        <translation>the cover is open</translation>
    </message>
    <message>
        <source>máy in hết mực</source>
        <translation>out of ink</translation>
    </message>
    <message>
        <source>máy in đang bận</source>
        <translation>the printer is busy</translation>
    </message>
    <message>
        <source>máy in không nhận tệp</source>
        <translation>the printer refused the file</translation>
    </message>
    <message>
        <source>lệnh in đã bị hủy</source>
        <translation>the print job was cancelled</translation>
    </message>
    <message>
        <source>máy in không trả lời trong 15 giây</source>
        <translation>the printer gave no answer in 15 seconds</translation>
    </message>
    <message>
        <source>phần in của chương trình bị dừng đột ngột</source>
        <translation>the printing part of the program stopped suddenly</translation>
    </message>
    <message>
        <source>máy in không còn nhớ lệnh in này</source>
        <translation>the printer no longer knows this job</translation>
    </message>
    <message>
        <source>đã quá 10 phút nên không tự in</source>
        <translation>over 10 minutes old, so it is not printed by itself</translation>
    </message>
    <message>
        <source>chương trình đóng trước khi in xong</source>
        <translation>the program closed before it was printed</translation>
    </message>
    <message>
        <source>thư mục nhận giấy không còn</source>
        <translation>the folder for papers is gone</translation>
    </message>
    <message>
        <source>thư mục nhận giấy chỉ đọc</source>
        <translation>the folder for papers is read-only</translation>
    </message>
    <message>
        <source>ổ đĩa đã đầy</source>
        <translation>the disk is full</translation>
    </message>
</context>
<context>
    <name>PrintingCard</name>
    <message>
        <source>Máy in</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Máy in giấy hẹn</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>Khổ giấy hẹn</source>
        <translation>Receipt size</translation>
    </message>
    <message>
        <source>Máy in phiếu 80 mm</source>
        <translation>80 mm slip printer</translation>
    </message>
    <message>
        <source>Phiếu 80 mm</source>
        <translation>80 mm slip</translation>
    </message>
    <message>
        <source>Máy in tem hồ sơ</source>
        <translation>Label printer</translation>
    </message>
    <message>
        <source>Tem hồ sơ</source>
        <translation>Dossier label</translation>
    </message>
    <message>
        <source>In kèm mỗi hồ sơ</source>
        <translation>Print with every dossier</translation>
    </message>
    <message>
        <source>Tìm lại máy in</source>
        <translation>Look for printers again</translation>
    </message>
    <message>
        <source>In thử giấy hẹn</source>
        <translation>Test receipt</translation>
    </message>
    <message>
        <source>In thử phiếu 80 mm</source>
        <translation>Test 80 mm slip</translation>
    </message>
    <message>
        <source>In thử tem</source>
        <translation>Test label</translation>
    </message>
</context>
<context>
    <name>ProcedureBox</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Gõ vài chữ của tên, không cần dấu, hoặc mã thủ tục</source>
        <translation>Type some letters of its name, without accents, or its code</translation>
    </message>
    <message>
        <source>Hình thức nộp</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Thủ tục đúng</source>
        <translation>Right procedure</translation>
    </message>
    <message>
        <source>2  Thủ tục</source>
        <translation>2  Procedure</translation>
    </message>
    <message>
        <source>Không có thủ tục nào khớp với “{text}”.</source>
        <translation>No procedure matches “{text}”.</translation>
    </message>
</context>
<context>
    <name>ProcedureEditor</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Riêng của đơn vị</source>
        <translation>The office&apos;s own</translation>
    </message>
    <message>
        <source>Ngừng áp dụng</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Thời hạn giải quyết</source>
        <translation>Time limits</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Giấy tờ phải nộp</source>
        <translation>Papers to hand in</translation>
    </message>
    <message>
        <source>Các bước 5 tại chỗ</source>
        <translation>On-site-five steps</translation>
    </message>
    <message>
        <source>Khi chờ bổ sung hồ sơ</source>
        <translation>While a supplement is awaited</translation>
    </message>
    <message>
        <source>Giải quyết theo 5 tại chỗ</source>
        <translation>Handled on-site-five</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>5 tại chỗ</source>
        <translation>On-site-five</translation>
    </message>
    <message>
        <source>Lưu thay đổi</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Theo bản công bố</source>
        <translation>Follow the published entry</translation>
    </message>
    <message>
        <source>Lý do ngừng áp dụng</source>
        <translation>Reason for retiring</translation>
    </message>
    <message>
        <source>Áp dụng lại</source>
        <translation>Offer again</translation>
    </message>
    <message>
        <source>Thủ tục mới</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>Lưu thủ tục mới</source>
        <translation>Save new procedure</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Đã thiết lập quầy {counter}; {n} thủ tục ban đầu. Đăng nhập để bắt đầu.</source>
        <translation>Counter {counter} is set up; {n} procedures to begin with. Sign in to start.</translation>
    </message>
    <message>
        <source>Không dùng được trong tệp thiết lập: {names}; đã dùng giá trị mặc định.</source>
        <translation>Not usable in the settings file: {names}; the defaults are used.</translation>
    </message>
    <message>
        <source>Quầy {counter}</source>
        <translation>Counter {counter}</translation>
    </message>
</context>
<context>
    <name>PromiseBox</name>
    <message>
        <source>Nhận kết quả</source>
        <translation>Result by</translation>
    </message>
    <message>
        <source>Địa chỉ nhận kết quả</source>
        <translation>Address for the result</translation>
    </message>
    <message>
        <source>Số bộ</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Ngày hẹn</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Giờ hẹn</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Lý do hẹn khác</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cách tính: {why}</source>
        <translation>Counted: {why}</translation>
    </message>
    <message>
        <source>Hẹn khác thời hạn tính được</source>
        <translation>Other than the computed due time</translation>
    </message>
    <message>
        <source>10:00</source>
        <translation>10:00</translation>
    </message>
    <message>
        <source>4  Hẹn trả</source>
        <translation>4  Promise</translation>
    </message>
</context>
<context>
    <name>RangeCard</name>
    <message>
        <source>Điền sẵn dải thấp nhất chưa máy nào dùng.</source>
        <translation>Filled in: the lowest range that no PC uses.</translation>
    </message>
    <message>
        <source>Cấp thêm dải số</source>
        <translation>Another serial range</translation>
    </message>
    <message>
        <source>Lý do cấp thêm</source>
        <translation>Reason for it</translation>
    </message>
    <message>
        <source>Dải số hồ sơ của quầy</source>
        <translation>The counter&apos;s serial ranges</translation>
    </message>
    <message>
        <source>Cấp dải số</source>
        <translation>Give the range</translation>
    </message>
    <message>
        <source>Quầy {n} đang có: {ranges}.</source>
        <translation>Counter {n} has: {ranges}.</translation>
    </message>
    <message>
        <source>Việc này phải ghi lý do.</source>
        <translation>This needs a reason.</translation>
    </message>
    <message>
        <source>Đã cấp thêm dải số cho quầy.</source>
        <translation>The counter has another serial range.</translation>
    </message>
</context>
<context>
    <name>RatingBox</name>
    <message>
        <source>Lý do (không bắt buộc)</source>
        <translation>Reason (optional)</translation>
    </message>
    <message>
        <source>Mở màn hình cho người dân</source>
        <translation>Open the citizen&apos;s screen</translation>
    </message>
    <message>
        <source>Đã ghi: {level}.</source>
        <translation>Recorded: {level}.</translation>
    </message>
    <message>
        <source>Mức độ hài lòng</source>
        <translation>Satisfaction</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>chưa nhập</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>có ký tự không được dùng</source>
        <translation>has characters that cannot be used</translation>
    </message>
    <message>
        <source>không đúng số chữ số</source>
        <translation>has the wrong number of digits</translation>
    </message>
    <message>
        <source>không đúng dạng mã</source>
        <translation>is not written like a code</translation>
    </message>
    <message>
        <source>không đúng cách viết</source>
        <translation>is not written the right way</translation>
    </message>
    <message>
        <source>không rõ đơn vị tính</source>
        <translation>the unit is unclear</translation>
    </message>
    <message>
        <source>ngoài khoảng cho phép</source>
        <translation>outside the allowed range</translation>
    </message>
    <message>
        <source>số không hợp lệ</source>
        <translation>not a valid number</translation>
    </message>
    <message>
        <source>không được là số âm</source>
        <translation>cannot be negative</translation>
    </message>
    <message>
        <source>quá lớn</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>quá dài</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>quá dài, nhiều nhất 20.000 ký tự</source>
        <translation>is too long, 20,000 characters at most</translation>
    </message>
    <message>
        <source>quá nhiều nội dung cho một lần lưu, xin rút gọn</source>
        <translation>holds too much for one save; please shorten it</translation>
    </message>
    <message>
        <source>quá nhiều</source>
        <translation>too many</translation>
    </message>
    <message>
        <source>quá ngắn</source>
        <translation>too short</translation>
    </message>
    <message>
        <source>phải là số đồng nguyên</source>
        <translation>must be whole đồng</translation>
    </message>
    <message>
        <source>không đủ thông tin</source>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>sai số kiểm tra, xin đọc lại</source>
        <translation>check digit wrong, please read again</translation>
    </message>
    <message>
        <source>ngày trong mã không có thật</source>
        <translation>the day in the code does not exist</translation>
    </message>
    <message>
        <source>số thứ tự không hợp lệ</source>
        <translation>not a valid serial</translation>
    </message>
    <message>
        <source>ở tương lai</source>
        <translation>in the future</translation>
    </message>
    <message>
        <source>trước lúc tiếp nhận</source>
        <translation>before reception</translation>
    </message>
    <message>
        <source>trước lúc yêu cầu</source>
        <translation>before the request</translation>
    </message>
    <message>
        <source>trước khi có kết quả</source>
        <translation>before the result was ready</translation>
    </message>
    <message>
        <source>phải muộn hơn</source>
        <translation>must be later</translation>
    </message>
    <message>
        <source>phải bằng 0 khi miễn</source>
        <translation>must be 0 when exempt</translation>
    </message>
    <message>
        <source>đã có, với nội dung khác</source>
        <translation>is there already with other content</translation>
    </message>
    <message>
        <source>chưa hết</source>
        <translation>is not over</translation>
    </message>
    <message>
        <source>đã chốt</source>
        <translation>is closed already</translation>
    </message>
    <message>
        <source>phải gồm sáu số, cộng lại bằng 100</source>
        <translation>must be six numbers that make 100</translation>
    </message>
    <message>
        <source>giống giá trị đang ghi</source>
        <translation>the same as recorded</translation>
    </message>
    <message>
        <source>đã dùng, không đổi được nữa</source>
        <translation>in use, cannot change any more</translation>
    </message>
    <message>
        <source>kết thúc trước khi bắt đầu</source>
        <translation>ends before it starts</translation>
    </message>
    <message>
        <source>phải nằm trong các năm 2000 đến 2099</source>
        <translation>must lie in the years 2000 to 2099</translation>
    </message>
    <message>
        <source>các ca chồng lên nhau</source>
        <translation>shifts overlap</translation>
    </message>
    <message>
        <source>phải đủ bảy ngày</source>
        <translation>must have seven days</translation>
    </message>
    <message>
        <source>không có ca làm việc nào</source>
        <translation>has no working shift</translation>
    </message>
    <message>
        <source>không phải chữ UTF-8</source>
        <translation>is not UTF-8 text</translation>
    </message>
    <message>
        <source>không phải JSON</source>
        <translation>is not JSON</translation>
    </message>
    <message>
        <source>phải là một đối tượng JSON</source>
        <translation>must be a JSON object</translation>
    </message>
    <message>
        <source>không đúng định dạng</source>
        <translation>is not in the right format</translation>
    </message>
    <message>
        <source>không có trong danh mục</source>
        <translation>not in the catalogue</translation>
    </message>
    <message>
        <source>bị trùng</source>
        <translation>is there twice</translation>
    </message>
    <message>
        <source>là công thức, phải là giá trị</source>
        <translation>is a formula, must be a value</translation>
    </message>
    <message>
        <source>ngắn hơn thời hạn rút ngắn</source>
        <translation>is shorter than the shortened limit</translation>
    </message>
    <message>
        <source>khác đơn vị với thời hạn rút ngắn</source>
        <translation>has another unit than the shortened limit</translation>
    </message>
    <message>
        <source>không phải ngày làm việc để làm bù</source>
        <translation>is no working day to make up for</translation>
    </message>
    <message>
        <source>giá trị không hợp lệ</source>
        <translation>not a valid value</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>RecallBox</name>
    <message>
        <source>Lý do thu hồi</source>
        <translation>Reason for recalling</translation>
    </message>
    <message>
        <source>Thu hồi việc trả nhầm</source>
        <translation>Recall a wrong return</translation>
    </message>
    <message>
        <source>{code} đã trả nhầm? Sau một phút, việc thu hồi cần Tổ trưởng hoặc Quản trị.</source>
        <translation>{code} returned by mistake? After a minute, recalling needs a supervisor or an administrator.</translation>
    </message>
    <message>
        <source>Ghi lý do thu hồi.</source>
        <translation>Give the reason for recalling.</translation>
    </message>
</context>
<context>
    <name>RecallForm</name>
    <message>
        <source>Đã trả quá một phút: thu hồi cần Tổ trưởng hoặc Quản trị.</source>
        <translation>Returned over a minute ago: recalling needs a supervisor or an administrator.</translation>
    </message>
</context>
<context>
    <name>ReceiverBox</name>
    <message>
        <source>Giao cho</source>
        <translation>Hand over to</translation>
    </message>
    <message>
        <source>Chọn cán bộ</source>
        <translation>Choose a clerk</translation>
    </message>
    <message>
        <source>Gõ tên, chọn trong gợi ý</source>
        <translation>Type a name, choose a suggestion</translation>
    </message>
    <message>
        <source>Ví dụ H31.20.11</source>
        <translation>For example H31.20.11</translation>
    </message>
    <message>
        <source>Cán bộ nhận</source>
        <translation>Receiving clerk</translation>
    </message>
    <message>
        <source>Phòng, bộ phận nhận</source>
        <translation>Receiving department</translation>
    </message>
    <message>
        <source>Mã cơ quan nhận</source>
        <translation>Receiving agency&apos;s code</translation>
    </message>
    <message>
        <source>Chưa có cán bộ nào khác trong phần Nhân sự.</source>
        <translation>There is no other clerk in Staff yet.</translation>
    </message>
    <message>
        <source>Chưa chọn nơi nhận.</source>
        <translation>No receiver chosen.</translation>
    </message>
    <message>
        <source>Đây là mã của chính cơ quan này.</source>
        <translation>This is the code of this very agency.</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>Phòng, bộ phận</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Cơ quan khác</source>
        <translation>Another agency</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Người được ủy quyền</source>
        <translation>Authorised person</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>Bỏ thẻ đã quét</source>
        <translation>Drop the scanned card</translation>
    </message>
    <message>
        <source>Họ tên người nhận thay</source>
        <translation>Collector&apos;s full name</translation>
    </message>
    <message>
        <source>Số giấy tờ</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Quan hệ với chủ hồ sơ</source>
        <translation>Relation to the owner</translation>
    </message>
    <message>
        <source>Giấy ủy quyền, giấy tờ chứng minh</source>
        <translation>Letter of authority, proof</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Những gì đã nhập và đã lưu vẫn còn nguyên.</source>
        <translation>What was typed and saved is all kept.</translation>
    </message>
    <message>
        <source>Tệp dữ liệu không bị thay đổi.</source>
        <translation>The data file was not changed.</translation>
    </message>
    <message>
        <source>Dữ liệu đang bị một chương trình khác giữ quá {seconds} giây.</source>
        <translation>Another program has been holding the data for over {seconds} seconds.</translation>
    </message>
    <message>
        <source>Đóng chương trình sao lưu hoặc diệt vi-rút đang chạy rồi lưu lại.</source>
        <translation>Close the backup or antivirus program that is running, then save again.</translation>
    </message>
    <message>
        <source>Ổ đĩa đã đầy (còn {free} MB), không ghi được.</source>
        <translation>The disk is full ({free} MB left); nothing can be written.</translation>
    </message>
    <message>
        <source>Giải phóng ổ đĩa chứa {folder} rồi lưu lại.</source>
        <translation>Make room on the disk of {folder}, then save again.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu chỉ đọc, không ghi được: {folder}.</source>
        <translation>The data folder is read-only: {folder}.</translation>
    </message>
    <message>
        <source>Nhờ quản trị cấp quyền ghi cho thư mục này.</source>
        <translation>Ask the administrator for the right to write to this folder.</translation>
    </message>
    <message>
        <source>Không mở được tệp dữ liệu: {path}.</source>
        <translation>The data file cannot be opened: {path}.</translation>
    </message>
    <message>
        <source>Kiểm tra ổ đĩa hoặc thư mục còn kết nối không, rồi thử lại.</source>
        <translation>Check that the disk or folder is still connected, then try again.</translation>
    </message>
    <message>
        <source>{path} là thiết bị hoặc đường ống, không phải tệp; không ghi vào đó.</source>
        <translation>{path} is a device or a pipe, not a file; nothing was written to it.</translation>
    </message>
    <message>
        <source>Chọn tên tệp khác.</source>
        <translation>Choose another file name.</translation>
    </message>
    <message>
        <source>Thư mục này đã từng có dữ liệu nhưng tệp không còn: {path}.</source>
        <translation>This folder had data before, but the file is gone: {path}.</translation>
    </message>
    <message>
        <source>Chương trình không tự tạo dữ liệu trống thay thế.</source>
        <translation>The program does not make empty data in its place.</translation>
    </message>
    <message>
        <source>Khôi phục từ bản sao lưu hoặc nối lại ổ đĩa chứa tệp.</source>
        <translation>Restore from a backup, or reconnect the disk that holds the file.</translation>
    </message>
    <message>
        <source>Tệp dữ liệu bị hỏng: {path}.</source>
        <translation>The data file is damaged: {path}.</translation>
    </message>
    <message>
        <source>Ngừng nhập, sao chép nguyên thư mục dữ liệu ra nơi khác và khôi phục từ bản sao lưu.</source>
        <translation>Stop entering, copy the whole data folder elsewhere and restore from a backup.</translation>
    </message>
    <message>
        <source>Một dòng nhật ký trong tệp dữ liệu không đọc được ({where}).</source>
        <translation>An event in the data file cannot be read ({where}).</translation>
    </message>
    <message>
        <source>Tệp này không phải dữ liệu của chương trình: {path}.</source>
        <translation>This file is not this program&apos;s data: {path}.</translation>
    </message>
    <message>
        <source>Chọn đúng thư mục dữ liệu, hoặc đặt lại tệp đúng.</source>
        <translation>Choose the right data folder, or put the right file back.</translation>
    </message>
    <message>
        <source>Dữ liệu do bản chương trình mới hơn tạo ra ({found}; bản này biết đến {known}).</source>
        <translation>The data was made by a newer version of the program (structure {found}, this one knows {known}).</translation>
    </message>
    <message>
        <source>Cập nhật chương trình rồi mở lại.</source>
        <translation>Update the program, then open it again.</translation>
    </message>
    <message>
        <source>Thư mục này chưa được thiết lập: {folder}.</source>
        <translation>This folder has not been set up: {folder}.</translation>
    </message>
    <message>
        <source>Mở chương trình để thiết lập, hoặc chạy onestop-desk setup.</source>
        <translation>Open the program to set it up, or run onestop-desk setup.</translation>
    </message>
    <message>
        <source>Thư mục này đã được thiết lập: {folder}.</source>
        <translation>This folder has already been set up: {folder}.</translation>
    </message>
    <message>
        <source>Chọn thư mục khác, hoặc dùng quầy đã có.</source>
        <translation>Choose another folder, or use the counter that exists.</translation>
    </message>
    <message>
        <source>Chương trình đang mở sẵn với thư mục dữ liệu này: {folder}.</source>
        <translation>The program is already open on this data folder: {folder}.</translation>
    </message>
    <message>
        <source>Hai bản cùng ghi có thể cấp trùng số, nên bản này không mở.</source>
        <translation>Two copies writing at once could issue the same number, so this one does not open.</translation>
    </message>
    <message>
        <source>Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.</source>
        <translation>Use the window that is open, or close it and open again.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu này đã được sao chép, di chuyển hoặc khôi phục (quầy {counter}).</source>
        <translation>This data folder was copied, moved or restored (counter {counter}).</translation>
    </message>
    <message>
        <source>Để không cấp trùng mã hồ sơ, chưa ghi gì cho đến khi có dải số mới.</source>
        <translation>So that no dossier code is issued twice, nothing is written until there is a new serial range.</translation>
    </message>
    <message>
        <source>Quản trị mở chương trình để chọn quầy và dải số, hoặc chạy onestop-desk adopt --range N.</source>
        <translation>The administrator opens the program to choose counter and range, or runs onestop-desk adopt --range N.</translation>
    </message>
    <message>
        <source>Quầy {counter} đã dùng hết dải số ngày {day} (số cuối {last}).</source>
        <translation>Counter {counter} has used up its serials for {day} (last {last}).</translation>
    </message>
    <message>
        <source>Quản trị cấp thêm dải số cho quầy trong phần Thiết lập, rồi lưu lại.</source>
        <translation>The administrator gives the counter another range in Settings; then save again.</translation>
    </message>
    <message>
        <source>Đồng hồ máy có thể sai: bây giờ là {now}, lần ghi trước là {last}.</source>
        <translation>The clock of this PC may be wrong: it is {now}, the last writing was at {last}.</translation>
    </message>
    <message>
        <source>Chỉnh lại đồng hồ, hoặc xác nhận giờ này đúng rồi lưu lại.</source>
        <translation>Set the clock right, or confirm that it is right, then save again.</translation>
    </message>
    <message>
        <source>Không có thủ tục {code} trong danh mục đang áp dụng.</source>
        <translation>No procedure {code} in the catalogue in force.</translation>
    </message>
    <message>
        <source>Kiểm tra mã, hoặc nhập danh mục mới.</source>
        <translation>Check the code, or import a new catalogue.</translation>
    </message>
    <message>
        <source>Thiếu giấy tờ bắt buộc: {names}.</source>
        <translation>Required papers are missing: {names}.</translation>
    </message>
    <message>
        <source>Đề nghị người nộp bổ sung; hồ sơ chưa được tiếp nhận.</source>
        <translation>Ask the applicant to bring them; the dossier has not been accepted.</translation>
    </message>
    <message>
        <source>Mã hồ sơ {code} đã thuộc về một hồ sơ khác.</source>
        <translation>Dossier code {code} already belongs to another dossier.</translation>
    </message>
    <message>
        <source>Kiểm tra lại mã hồ sơ của dòng này.</source>
        <translation>Check the dossier code on this line.</translation>
    </message>
    <message>
        <source>Không có hồ sơ này trên máy: {code}.</source>
        <translation>No such dossier on this PC: {code}.</translation>
    </message>
    <message>
        <source>Kiểm tra lại mã, hoặc tìm theo tên, số giấy tờ, điện thoại.</source>
        <translation>Check the code, or search by name, identity number or phone.</translation>
    </message>
    <message>
        <source>Yêu cầu trực tuyến {number} đã được tiếp nhận: {code}.</source>
        <translation>The online request {number} was accepted: {code}.</translation>
    </message>
    <message>
        <source>Mở hồ sơ theo mã đó.</source>
        <translation>Open the dossier of that code.</translation>
    </message>
    <message>
        <source>Yêu cầu trực tuyến {number} đã bị từ chối trước đó.</source>
        <translation>The online request {number} was refused before.</translation>
    </message>
    <message>
        <source>Đề nghị người dân nộp lại yêu cầu mới nếu cần.</source>
        <translation>Ask the person to send a new request if it is needed.</translation>
    </message>
    <message>
        <source>Hẹn trả muộn hơn thời hạn tính được cần lý do và quyền tổ trưởng.</source>
        <translation>A due moment later than computed needs a reason and a supervisor.</translation>
    </message>
    <message>
        <source>Hẹn trả khác thời hạn tính được cần ghi lý do.</source>
        <translation>A due moment other than computed needs a reason.</translation>
    </message>
    <message>
        <source>Ghi lý do, hoặc để chương trình tự tính.</source>
        <translation>Give a reason, or let the program compute it.</translation>
    </message>
    <message>
        <source>Dải số {extra} của quầy {counter} đã có máy dùng.</source>
        <translation>Serial range {extra} of counter {counter} is in use on another PC.</translation>
    </message>
    <message>
        <source>Chọn dải số khác.</source>
        <translation>Choose another range.</translation>
    </message>
    <message>
        <source>Tên đăng nhập hoặc mật khẩu không đúng.</source>
        <translation>Sign-in name or password is wrong.</translation>
    </message>
    <message>
        <source>Nhập lại; nếu quên mật khẩu, nhờ quản trị đặt lại.</source>
        <translation>Type them again; if the password is forgotten, ask the administrator.</translation>
    </message>
    <message>
        <source>Mã PIN không đúng.</source>
        <translation>The PIN is wrong.</translation>
    </message>
    <message>
        <source>Nhập lại; ba lần sai thì phải đợi.</source>
        <translation>Type it again; after three wrong ones you have to wait.</translation>
    </message>
    <message>
        <source>Mã PIN sai nhiều lần: chưa nhận mã PIN trong {seconds} giây nữa.</source>
        <translation>Too many wrong PINs: none is accepted for {seconds} more seconds.</translation>
    </message>
    <message>
        <source>Đợi rồi nhập lại, hoặc người nhận tự đăng nhập để xác nhận.</source>
        <translation>Wait and type it again, or let the receiver sign in and confirm.</translation>
    </message>
    <message>
        <source>Đây là quản trị cuối cùng của quầy này.</source>
        <translation>This is the last administrator of this counter.</translation>
    </message>
    <message>
        <source>Thêm một quản trị khác trước.</source>
        <translation>Add another administrator first.</translation>
    </message>
    <message>
        <source>Việc này phải ghi lý do.</source>
        <translation>This needs a reason.</translation>
    </message>
    <message>
        <source>Nhập lý do rồi làm lại.</source>
        <translation>Give a reason, then do it again.</translation>
    </message>
    <message>
        <source>Không có mẫu giấy {form}.</source>
        <translation>There is no form {form}.</translation>
    </message>
    <message>
        <source>Không ghi được tệp PDF: {path}.</source>
        <translation>The PDF file cannot be written: {path}.</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu, in lại được bất cứ lúc nào.</source>
        <translation>The dossier is saved and can be printed again at any time.</translation>
    </message>
    <message>
        <source>Kiểm tra quyền ghi và chỗ trống của thư mục, rồi in lại.</source>
        <translation>Check the folder&apos;s rights and free space, then print again.</translation>
    </message>
    <message>
        <source>Dòng này đã được nhập trước đây thành hồ sơ {code}, với nội dung khác ({field}).</source>
        <translation>This line was imported before as dossier {code}, with other content ({field}).</translation>
    </message>
    <message>
        <source>Các bước nhập được: receive, hand_over, finish, return…; xem hướng dẫn nhập hồ sơ.</source>
        <translation>Steps that can be imported: receive, hand_over, finish, return…; see the import guide.</translation>
    </message>
    <message>
        <source>Không nhập được tệp {path}: {reason}.</source>
        <translation>The file {path} could not be imported: {reason}.</translation>
    </message>
    <message>
        <source>Chọn tệp khác, hoặc xuất tệp mẫu để điền lại.</source>
        <translation>Choose another file, or write the template and fill it.</translation>
    </message>
    <message>
        <source>{reason} (dòng {line})</source>
        <translation>{reason} (line {line})</translation>
    </message>
    <message>
        <source>không có tệp này hoặc không đọc được</source>
        <translation>there is no such file, or it cannot be read</translation>
    </message>
    <message>
        <source>không phải loại tệp nhập được ở đây</source>
        <translation>this kind of file cannot be imported here</translation>
    </message>
    <message>
        <source>không phải chữ UTF-8</source>
        <translation>it is not UTF-8 text</translation>
    </message>
    <message>
        <source>tệp hỏng hoặc không phải bảng tính Excel (.xlsx)</source>
        <translation>it is damaged, or no Excel workbook (.xlsx)</translation>
    </message>
    <message>
        <source>nội dung không đúng dạng, không có danh sách cần tìm</source>
        <translation>its content has another shape, the list looked for is not there</translation>
    </message>
    <message>
        <source>không thấy trang hoặc tiêu đề cột như tệp mẫu</source>
        <translation>the sheet or the column headings of the template are missing</translation>
    </message>
    <message>
        <source>tệp quá lớn</source>
        <translation>it is too large</translation>
    </message>
    <message>
        <source>Không ghi được tệp {path}.</source>
        <translation>The file {path} could not be written.</translation>
    </message>
    <message>
        <source>Chọn thư mục khác, hoặc đóng chương trình đang mở tệp này.</source>
        <translation>Choose another folder, or close the program that has the file open.</translation>
    </message>
    <message>
        <source>Danh mục đã có thủ tục {procedure}: {name}.</source>
        <translation>The catalogue already has procedure {procedure}: {name}.</translation>
    </message>
    <message>
        <source>Tìm thủ tục đó trong danh sách để sửa (xem cả mục Ngừng áp dụng), hoặc nhập mã khác.</source>
        <translation>Find that procedure in the list to change it (look under Retired too), or give another code.</translation>
    </message>
    <message>
        <source>Năm {year} đã có lịch làm việc.</source>
        <translation>{year} has a working calendar already.</translation>
    </message>
    <message>
        <source>Sửa từng ngày, hoặc nhập tệp lịch của năm.</source>
        <translation>Change single days, or import a calendar file of the year.</translation>
    </message>
    <message>
        <source>Dùng ref khác cho hồ sơ khác, hoặc để nguyên dòng cũ.</source>
        <translation>Use another ref for another dossier, or leave the old line as it was.</translation>
    </message>
    <message>
        <source>Các mẫu in được: 01 đến 07, return, hand_over, slip80, label.</source>
        <translation>Forms that can be printed: 01 to 07, return, hand_over, slip80, label.</translation>
    </message>
    <message>
        <source>Không có bước “{step}”.</source>
        <translation>There is no step “{step}”.</translation>
    </message>
    <message>
        <source>Những gì đã ghi vẫn còn nguyên; bước này chưa được ghi.</source>
        <translation>What was recorded is all kept; this step was not recorded.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} chưa được tiếp nhận nên chưa ghi được bước “{step}”.</source>
        <translation>Dossier {code} has not been received, so the step “{step}” cannot be recorded yet.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} đang ở trạng thái “{stage}”, không ghi được bước “{step}”.</source>
        <translation>Dossier {code} is in the state “{stage}”; the step “{step}” cannot be recorded.</translation>
    </message>
    <message>
        <source>Mở hồ sơ để xem các bước đã qua và các bước có thể làm tiếp.</source>
        <translation>Open the dossier to see the steps it went through and those that may follow.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} không có hạn trả nên không cần gia hạn.</source>
        <translation>Dossier {code} has no due time, so there is nothing to extend.</translation>
    </message>
    <message>
        <source>Hạn trả của hồ sơ {code} đã qua ({due}); thư xin lỗi phải gửi trước hạn.</source>
        <translation>The due time of dossier {code} has passed ({due}); an apology must be sent before it.</translation>
    </message>
    <message>
        <source>Giải quyết xong hồ sơ; báo cáo ghi là quá hạn.</source>
        <translation>Finish the dossier; the reports count it as overdue.</translation>
    </message>
    <message>
        <source>Ngày hẹn lại phải sau hạn đã hẹn của hồ sơ {code} ({due}).</source>
        <translation>The new due time must be after the one promised for dossier {code} ({due}).</translation>
    </message>
    <message>
        <source>Chọn ngày hẹn lại muộn hơn.</source>
        <translation>Choose a later due time.</translation>
    </message>
    <message>
        <source>Bước “{step}” lần này cần Tổ trưởng hoặc Quản trị.</source>
        <translation>This time the step “{step}” needs a supervisor or an administrator.</translation>
    </message>
    <message>
        <source>Nhờ Tổ trưởng đăng nhập và ghi bước này kèm lý do.</source>
        <translation>Ask a supervisor to sign in and record this step with a reason.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} còn phải nộp {amount} trước khi nhận kết quả.</source>
        <translation>Dossier {code} still owes {amount} before the result can be collected.</translation>
    </message>
    <message>
        <source>Thu tiền hoặc ghi lý do miễn, rồi trả kết quả.</source>
        <translation>Take the payment or give a reason for exemption, then return the result.</translation>
    </message>
    <message>
        <source>Hồ sơ này chưa có giấy tờ loại đó.</source>
        <translation>This dossier has no paper of that kind yet.</translation>
    </message>
    <message>
        <source>Ghi bước phát hành giấy (yêu cầu bổ sung, xin lỗi, trả kết quả…) rồi in.</source>
        <translation>Record the step that issues the paper (supplement request, apology, return…), then print.</translation>
    </message>
    <message>
        <source>Đã dừng xuất; không để lại tệp nào.</source>
        <translation>Export stopped; no file is left.</translation>
    </message>
</context>
<context>
    <name>RefusedRows</name>
    <message>
        <source>Các dòng không nhập được</source>
        <translation>Rows that could not be taken in</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>… và {n} dòng nữa</source>
        <translation>… and {n} more rows</translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message>
        <source>Quét thẻ của chủ hồ sơ, bỏ thẻ đã quét, hoặc chọn Người được ủy quyền.</source>
        <translation>Scan the owner&apos;s card, drop the scanned card, or choose Authorised person.</translation>
    </message>
    <message>
        <source>Ghi họ tên người nhận thay.</source>
        <translation>Give the collector&apos;s full name.</translation>
    </message>
    <message>
        <source>Ghi số giấy tờ của người nhận thay.</source>
        <translation>Give the collector&apos;s identity number.</translation>
    </message>
    <message>
        <source>Ghi giấy ủy quyền hoặc giấy chứng minh quan hệ.</source>
        <translation>Give the letter of authority or the proof of relation.</translation>
    </message>
    <message>
        <source>Ghi địa chỉ gửi kết quả.</source>
        <translation>Give the address for the result.</translation>
    </message>
    <message>
        <source>Thu tiền hoặc ghi lý do miễn, rồi trả kết quả.</source>
        <translation>Take the payment or give a reason for exemption, then return the result.</translation>
    </message>
    <message>
        <source>Ghi lý do miễn.</source>
        <translation>Give the reason for the exemption.</translation>
    </message>
    <message>
        <source>Kết quả là văn bản từ chối: {reason}</source>
        <translation>The result is a written refusal: {reason}</translation>
    </message>
    <message>
        <source>Kết quả đang ở: {place}</source>
        <translation>The result is at: {place}</translation>
    </message>
    <message>
        <source>Còn phải thu: {amount}</source>
        <translation>Still to collect: {amount}</translation>
    </message>
    <message>
        <source>Đã đăng ký nhận: {way}</source>
        <translation>Result by: {way}</translation>
    </message>
    <message>
        <source>{stage} · hẹn trả {due} · đã quá hạn</source>
        <translation>{stage} · due {due} · overdue</translation>
    </message>
    <message>
        <source>{stage} · hẹn trả {due}</source>
        <translation>{stage} · due {due}</translation>
    </message>
    <message>
        <source>Đã trả lúc {at} tại {place}, người trả {clerk}</source>
        <translation>Returned {at} at {place}, by {clerk}</translation>
    </message>
    <message>
        <source>Người nhận: {name} (chủ hồ sơ)</source>
        <translation>Collected by: {name} (owner)</translation>
    </message>
    <message>
        <source>Người nhận thay: {who}</source>
        <translation>Collected for the owner by: {who}</translation>
    </message>
    <message>
        <source>Lúc {at} tại {place}, người ghi {clerk}</source>
        <translation>{at} at {place}, recorded by {clerk}</translation>
    </message>
    <message>
        <source>Lý do: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Hồ sơ có thể ở quầy khác hoặc cơ quan khác; chưa trả được ở đây.</source>
        <translation>The dossier may be at another counter or another agency; it cannot be returned here yet.</translation>
    </message>
    <message>
        <source>{agency}, quầy {counter}</source>
        <translation>{agency}, counter {counter}</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Chưa có kết quả</source>
        <translation>No result yet</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Đã kết thúc</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Không có trên máy này</source>
        <translation>Not on this machine</translation>
    </message>
    <message>
        <source>Quét thẻ căn cước của chủ hồ sơ để đối chiếu.</source>
        <translation>Scan the owner&apos;s citizen card to compare.</translation>
    </message>
    <message>
        <source>Đúng chủ hồ sơ: số trên thẻ khớp đủ 12 chữ số.</source>
        <translation>This is the owner: all 12 digits of the card agree.</translation>
    </message>
    <message>
        <source>Thẻ vừa quét không phải của chủ hồ sơ ({names}).</source>
        <translation>The scanned card is not the owner&apos;s ({names}).</translation>
    </message>
    <message>
        <source>Chưa đối chiếu thẻ của: {names}.</source>
        <translation>Card not compared yet: {names}.</translation>
    </message>
    <message>
        <source>Hồ sơ không ghi số căn cước 12 chữ số ({names}): đối chiếu bằng mắt.</source>
        <translation>No 12-digit identity number in the dossier ({names}): compare by eye.</translation>
    </message>
    <message>
        <source>Rất hài lòng</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>Hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>Không hài lòng</source>
        <translation>Not satisfied</translation>
    </message>
    <message>
        <source>Còn phải thu {amount} ({n} hồ sơ)</source>
        <translation>Still to collect: {amount} ({n} dossiers)</translation>
    </message>
    <message>
        <source>Đã trả {n} hồ sơ (lần trả số {serial})</source>
        <translation>{n} dossiers returned (return no. {serial})</translation>
    </message>
</context>
<context>
    <name>ReleaseFoot</name>
    <message>
        <source>Trả kết quả (Ctrl+Enter)</source>
        <translation>Return (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Quét hồ sơ hoặc thẻ căn cước để bắt đầu.</source>
        <translation>Scan a dossier or a citizen card to start.</translation>
    </message>
    <message>
        <source>{n} hồ sơ có kết quả</source>
        <translation>{n} dossiers have a result</translation>
    </message>
    <message>
        <source>{n} hồ sơ có kết quả, {m} hồ sơ không trả được lúc này</source>
        <translation>{n} dossiers have a result, {m} cannot be returned now</translation>
    </message>
    <message>
        <source>Người tiếp theo</source>
        <translation>Next person</translation>
    </message>
</context>
<context>
    <name>ReleasePage</name>
    <message>
        <source>Trả kết quả</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Giỏ trả kết quả đang làm dở đã được mở lại.</source>
        <translation>The unfinished return basket was opened again.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào của người này chờ trả kết quả.</source>
        <translation>No dossier of this person waits to be returned.</translation>
    </message>
    <message>
        <source>Chưa có kết quả cho người này: {n} hồ sơ đang xử lý, hẹn trả sớm nhất {due}.</source>
        <translation>No result for this person yet: {n} dossiers in progress, the earliest due {due}.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào khớp.</source>
        <translation>No dossier matches.</translation>
    </message>
    <message>
        <source>Có nhiều hồ sơ khớp: gõ thêm số, hoặc tìm bằng Ctrl+K.</source>
        <translation>Several dossiers match: type more digits, or search with Ctrl+K.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã bỏ giỏ trả kết quả.</source>
        <translation>The return basket was discarded.</translation>
    </message>
    <message>
        <source>Trong giỏ không có hồ sơ nào có kết quả để trả.</source>
        <translation>No dossier in the basket has a result to return.</translation>
    </message>
    <message>
        <source>Chưa trả được hồ sơ nào; lý do ghi ở từng dòng.</source>
        <translation>No dossier could be returned; the reason stands on each line.</translation>
    </message>
    <message>
        <source>Hỏi người vừa nhận: {name}.</source>
        <translation>Ask the person who just collected: {name}.</translation>
    </message>
    <message>
        <source>Phiếu ký nhận đang in.</source>
        <translation>The slip to sign is printing.</translation>
    </message>
    <message>
        <source>Phiếu ký nhận được giữ thành PDF.</source>
        <translation>The slip to sign is kept as PDF.</translation>
    </message>
    <message>
        <source>{n} hồ sơ chưa trả được: xem dòng của nó.</source>
        <translation>{n} dossiers could not be returned: see their lines.</translation>
    </message>
    <message>
        <source>Hoàn tác ngay sau khi trả</source>
        <translation>Undone right after the return</translation>
    </message>
    <message>
        <source>Đã thu hồi việc trả {n} hồ sơ; kết quả lại chờ trả.</source>
        <translation>The return of {n} dossiers was recalled; the results wait to be returned again.</translation>
    </message>
    <message>
        <source>Phiếu ký nhận đã in không còn giá trị: thu lại và gạch bỏ.</source>
        <translation>The slip already printed is void: take it back and cross it out.</translation>
    </message>
    <message>
        <source>Tiền đã thu vẫn ghi là đã nộp.</source>
        <translation>The payment taken stays recorded as paid.</translation>
    </message>
</context>
<context>
    <name>ReleaseView</name>
    <message>
        <source>Giỏ trả kết quả</source>
        <translation>Return basket</translation>
    </message>
    <message>
        <source>Mã hồ sơ hoặc số căn cước</source>
        <translation>Dossier code or identity number</translation>
    </message>
    <message>
        <source>Quét, hoặc gõ mã rồi Enter</source>
        <translation>Scan, or type a code and press Enter</translation>
    </message>
    <message>
        <source>Mã hồ sơ, thẻ căn cước</source>
        <translation>Dossier code, citizen card</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Bỏ khỏi giỏ (Delete)</source>
        <translation>Take out of the basket (Delete)</translation>
    </message>
    <message>
        <source>Bỏ cả giỏ</source>
        <translation>Discard the basket</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Đã chốt tháng {month}.</source>
        <translation>{month} is closed.</translation>
    </message>
    <message>
        <source>{option} chỉ dùng với {what}</source>
        <translation>{option} goes with {what} only</translation>
    </message>
    <message>
        <source>csv chỉ chứa được một bảng; hãy dùng xlsx, json, text hoặc pdf</source>
        <translation>csv holds but one table; use xlsx, json, text or pdf</translation>
    </message>
    <message>
        <source>cần --out FILE</source>
        <translation>needs --out FILE</translation>
    </message>
    <message>
        <source>trung tâm chưa biết cơ quan nào đứng đầu giấy này; cần {options}</source>
        <translation>the centre does not know which office heads this paper; {options} is needed</translation>
    </message>
    <message>
        <source>sổ này chỉ có dạng pdf; số liệu ở dạng {form}: onestop-desk {command}</source>
        <translation>this book leaves as pdf only; figures as {form}: onestop-desk {command}</translation>
    </message>
    <message>
        <source>--month, --day và --from … --to không đi cùng nhau; chỉ dùng một cách</source>
        <translation>--month, --day and --from … --to do not go together; use one of them</translation>
    </message>
    <message>
        <source>chưa chọn kỳ; dùng một trong các cách: {ways}</source>
        <translation>no period was chosen; use one of these: {ways}</translation>
    </message>
    <message>
        <source>--from và --to đi cùng nhau; thiếu {name}</source>
        <translation>--from and --to go together; {name} is missing</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Mỗi dòng một</source>
        <translation>A row for each</translation>
    </message>
    <message>
        <source>Lưu ra {kind}</source>
        <translation>Save as {kind}</translation>
    </message>
</context>
<context>
    <name>ReprintSheet</name>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Lý do in lại</source>
        <translation>Reason for printing again</translation>
    </message>
    <message>
        <source>Ví dụ: kẹt giấy, mất phiếu</source>
        <translation>For example: paper jam, receipt lost</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Việc này phải ghi lý do.</source>
        <translation>This needs a reason.</translation>
    </message>
    <message>
        <source>In lại hồ sơ {code}</source>
        <translation>Print dossier {code} again</translation>
    </message>
    <message>
        <source>Bản in ghi BẢN SAO, số lần và giờ in; lý do được giữ trong sổ.</source>
        <translation>The print says BẢN SAO, its count and the time; the reason is kept in the register.</translation>
    </message>
    <message>
        <source>Mẫu giấy</source>
        <translation>Form</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Yêu cầu bổ sung, hoàn thiện hồ sơ</source>
        <translation>Request a supplement</translation>
    </message>
    <message>
        <source>Giấy tờ cần bổ sung</source>
        <translation>Papers to supply</translation>
    </message>
    <message>
        <source>Nội dung khác (Enter để thêm)</source>
        <translation>Something else (Enter to add)</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Hạn bổ sung</source>
        <translation>Supplement due</translation>
    </message>
    <message>
        <source>Hạn bổ sung (để trống: không hạn)</source>
        <translation>Supplement due (empty: no limit)</translation>
    </message>
    <message>
        <source>Ghi xong sẽ in phiếu yêu cầu bổ sung (mẫu 02); thời hạn giải quyết dừng tính.</source>
        <translation>Once recorded, the supplement request (form 02) is printed and the clock stops.</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Tiếp nhận</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Chuyên viên</source>
        <translation>Specialist</translation>
    </message>
    <message>
        <source>Tổ trưởng</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Quản trị</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Auditor</translation>
    </message>
</context>
<context>
    <name>RoleBoxes</name>
    <message>
        <source>Vai trò</source>
        <translation>Roles</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Giờ này đúng, lưu lại</source>
        <translation>The time is right, save</translation>
    </message>
    <message>
        <source>{code} đã lưu từ trước; không tạo hồ sơ thứ hai.</source>
        <translation>{code} was saved before; no second dossier was made.</translation>
    </message>
    <message>
        <source>{code} đã lưu. Phiếu đã vào hàng in.</source>
        <translation>{code} is saved. Its slip is in the print queue.</translation>
    </message>
    <message>
        <source>{code} đã lưu. Chưa chọn máy in: phiếu được giữ thành PDF.</source>
        <translation>{code} saved. No printer chosen: the receipt is kept as PDF.</translation>
    </message>
    <message>
        <source>Dải số hôm nay của quầy này chỉ còn {n} số.</source>
        <translation>Only {n} numbers of this counter are left today.</translation>
    </message>
    <message>
        <source>Báo quản trị cấp thêm dải số.</source>
        <translation>Ask the administrator for another range.</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>Mã lạ: “{read}”. Không mở gì cả.</source>
        <translation>Unknown code: “{read}”. Nothing was opened.</translation>
    </message>
    <message>
        <source>Mã quét bị bàn phím làm sai, đã đọc lại thành {code}.</source>
        <translation>The keyboard spoilt the scanned code; it was read again as {code}.</translation>
    </message>
    <message>
        <source>Đối chiếu với giấy trước khi làm tiếp.</source>
        <translation>Compare it with the paper before going on.</translation>
    </message>
    <message>
        <source>{code}: không có trên máy này.</source>
        <translation>{code}: not on this machine.</translation>
    </message>
    <message>
        <source>Hồ sơ có thể ở quầy khác hoặc cơ quan khác.</source>
        <translation>The dossier may be at another counter or another agency.</translation>
    </message>
    <message>
        <source>Chỉ dùng mã hồ sơ, mã QR thẻ căn cước hoặc số định danh.</source>
        <translation>Use only a dossier code, the QR code of a citizen card or an identity number.</translation>
    </message>
    <message>
        <source>Mã quá dài, không phải mã của quầy.</source>
        <translation>The code is too long; it is not one of the counter&apos;s.</translation>
    </message>
    <message>
        <source>Mã bị đứt quãng; quét lại, giữ máy quét yên.</source>
        <translation>The code came in pieces; scan again and hold the scanner still.</translation>
    </message>
    <message>
        <source>Có thể Caps Lock đang bật; tắt rồi quét lại.</source>
        <translation>Caps Lock may be on; turn it off and scan again.</translation>
    </message>
    <message>
        <source>Có thể bàn phím không để tiếng Anh (US); đổi rồi quét lại.</source>
        <translation>The keyboard may not be set to English (US); change it and scan again.</translation>
    </message>
    <message>
        <source>Đọc ra nhiều mã khác nhau; quét lại.</source>
        <translation>It can be read as several codes; scan again.</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>Hồ sơ {code}</source>
        <translation>Dossier {code}</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Mở hồ sơ {code}</source>
        <translation>Open dossier {code}</translation>
    </message>
    <message>
        <source>Hẹn trả: {due}</source>
        <translation>Due: {due}</translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message>
        <source>Gõ mã hoặc số cuối, Enter</source>
        <translation>Code or last digits, Enter</translation>
    </message>
</context>
<context>
    <name>ScanRouter</name>
    <message>
        <source>Mã lạ, không mở gì</source>
        <translation>Unknown code, nothing opened</translation>
    </message>
    <message>
        <source>Không có trên máy này</source>
        <translation>Not on this machine</translation>
    </message>
    <message>
        <source>Thẻ căn cước</source>
        <translation>Citizen card</translation>
    </message>
    <message>
        <source>Ở trang Bàn giao, hãy quét mã hồ sơ.</source>
        <translation>On the page Hand-over, scan dossier codes.</translation>
    </message>
    <message>
        <source>{code}: {state}.</source>
        <translation>{code}: {state}.</translation>
    </message>
    <message>
        <source>Phiếu đang nhập vẫn được giữ.</source>
        <translation>The form you are filling is kept.</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Không thấy máy quét ở cổng {port}.</source>
        <translation>No scanner at port {port}.</translation>
    </message>
    <message>
        <source>Kiểm tra dây cắm; chương trình tự nối lại khi máy quét có mặt.</source>
        <translation>Check the cable; the program connects again when the scanner is there.</translation>
    </message>
    <message>
        <source>Máy quét đã nối lại.</source>
        <translation>The scanner is connected again.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Tìm hồ sơ</source>
        <translation>Find a dossier</translation>
    </message>
    <message>
        <source>Tên, mã hồ sơ, số giấy tờ, điện thoại, “trễ”, hẹn:homnay</source>
        <translation>Name, dossier code, identity number, phone, “trễ”, hẹn:homnay</translation>
    </message>
    <message>
        <source>Kết quả tìm</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Gõ không cần dấu. ↑ ↓ chọn, Enter mở, Esc quay lại.</source>
        <translation>No accents needed. ↑ ↓ to choose, Enter to open, Esc to go back.</translation>
    </message>
    <message>
        <source>Hơn {n} hồ sơ; gõ thêm để thu hẹp.</source>
        <translation>More than {n} dossiers; type more to narrow.</translation>
    </message>
    <message>
        <source>{shown} trong {n} hồ sơ; gõ thêm để thu hẹp.</source>
        <translation>{shown} of {n} dossiers; type more to narrow.</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào trên máy này.</source>
        <translation>No dossier found on this machine.</translation>
    </message>
    <message>
        <source>{n} hồ sơ</source>
        <translation>{n} dossiers</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Thiết lập quầy</source>
        <translation>Set up the counter</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Đang tạo sổ hồ sơ và nhập danh mục thủ tục…</source>
        <translation>Making the register and importing the procedures…</translation>
    </message>
    <message>
        <source>Mã cơ quan</source>
        <translation>Agency code</translation>
    </message>
    <message>
        <source>Ví dụ H31.20.11</source>
        <translation>For example H31.20.11</translation>
    </message>
    <message>
        <source>Tên cơ quan</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>Ví dụ UBND xã Mẫu</source>
        <translation>For example UBND xã Mẫu</translation>
    </message>
    <message>
        <source>Dòng thứ hai ở đầu giấy tờ</source>
        <translation>Second line at the head of papers</translation>
    </message>
    <message>
        <source>Địa danh trước ngày tháng</source>
        <translation>Place before the date</translation>
    </message>
    <message>
        <source>Ví dụ Xã Mẫu</source>
        <translation>For example Xã Mẫu</translation>
    </message>
    <message>
        <source>Điện thoại in trên giấy hẹn</source>
        <translation>Phone printed on the receipt</translation>
    </message>
    <message>
        <source>Mỗi quầy một số riêng: mã hồ sơ theo số này.</source>
        <translation>Every counter has a number of its own: dossier codes follow from it.</translation>
    </message>
    <message>
        <source>Quầy số (0-9)</source>
        <translation>Counter (0-9)</translation>
    </message>
    <message>
        <source>Máy in giấy hẹn</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>Chỉ hỏi một lần. Sau này đổi được trong phần Thiết lập, trừ mã cơ quan và số quầy.</source>
        <translation>Asked only once. Later it can be changed in Settings, except the agency code and the counter&apos;s number.</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Khổ giấy hẹn</source>
        <translation>Receipt size</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>SideStrip</name>
    <message>
        <source>Chưa quét mã nào</source>
        <translation>Nothing scanned yet</translation>
    </message>
    <message>
        <source>Quét phiếu hoặc thẻ ở bất kỳ màn hình nào.</source>
        <translation>Scan a slip or a card on any page.</translation>
    </message>
    <message>
        <source>HÔM NAY</source>
        <translation>TODAY</translation>
    </message>
    <message>
        <source>LẦN QUÉT GẦN NHẤT</source>
        <translation>LAST SCAN</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Đăng nhập</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Chưa nhập.</source>
        <translation>Not filled in.</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Bàn giao, nhận (F6)</source>
        <translation>Hand over, confirm (F6)</translation>
    </message>
    <message>
        <source>Trả kết quả (F4)</source>
        <translation>Return (F4)</translation>
    </message>
    <message>
        <source>Rút hồ sơ theo yêu cầu của người nộp</source>
        <translation>Withdraw at the applicant&apos;s request</translation>
    </message>
    <message>
        <source>Dừng giải quyết hồ sơ</source>
        <translation>Stop the dossier</translation>
    </message>
    <message>
        <source>Ghi xong sẽ in thông báo dừng giải quyết (mẫu 05).</source>
        <translation>Once recorded, the notice of stopping (form 05) is printed.</translation>
    </message>
    <message>
        <source>Từ chối giải quyết hồ sơ</source>
        <translation>Refuse the dossier</translation>
    </message>
    <message>
        <source>Ghi xong sẽ in phiếu từ chối (mẫu 03).</source>
        <translation>Once recorded, the refusal (form 03) is printed.</translation>
    </message>
    <message>
        <source>Thu hồi việc trả nhầm</source>
        <translation>Recall a wrong return</translation>
    </message>
    <message>
        <source>Phí mới: {amount} (đang ghi {old}).</source>
        <translation>New fee: {amount} (recorded: {old}).</translation>
    </message>
    <message>
        <source>Đã ghi bước “{step}” cho hồ sơ {code}.</source>
        <translation>Step “{step}” recorded for dossier {code}.</translation>
    </message>
    <message>
        <source>Đã ghi bước “{step}” cho hồ sơ {code}; đang in: {paper}.</source>
        <translation>Step “{step}” recorded for dossier {code}; printing: {paper}.</translation>
    </message>
    <message>
        <source>{n} giờ làm việc</source>
        <translation>{n} working hours</translation>
    </message>
    <message>
        <source>chưa xong</source>
        <translation>not done yet</translation>
    </message>
    <message>
        <source>Hẹn trả mới: {moment}. Cách tính: {why}.</source>
        <translation>New due time: {moment}. Counted: {why}.</translation>
    </message>
    <message>
        <source>Ngày đã xin hẹn lại cũng chuyển đến {moment}.</source>
        <translation>The extension already asked for moves to {moment} too.</translation>
    </message>
    <message>
        <source>bước này không có thời hạn riêng</source>
        <translation>this step has no limit of its own</translation>
    </message>
    <message>
        <source>{how}, hạn của bước là {moment}</source>
        <translation>{how}, the step was due {moment}</translation>
    </message>
</context>
<context>
    <name>StepArea</name>
    <message>
        <source>Bước tiếp theo</source>
        <translation>Next steps</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Ghi (Ctrl+Enter)</source>
        <translation>Record (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Thôi (Esc)</source>
        <translation>Cancel (Esc)</translation>
    </message>
    <message>
        <source>Giờ này đúng, ghi lại</source>
        <translation>This time is right, record again</translation>
    </message>
</context>
<context>
    <name>StopForm</name>
    <message>
        <source>Hết hạn bổ sung {moment}, người nộp chưa bổ sung.</source>
        <translation>The supplement was due {moment}; the applicant did not bring it.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>Supplement</name>
    <message>
        <source>Hạn bổ sung</source>
        <translation>Supplement due</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>không hạn</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>▲ {moment}, đã quá hạn</source>
        <translation>▲ {moment}, overdue</translation>
    </message>
</context>
<context>
    <name>SupplementPage</name>
    <message>
        <source>Bổ sung hồ sơ</source>
        <translation>Supplement dossiers</translation>
    </message>
    <message>
        <source>Quét hoặc gõ mã hồ sơ</source>
        <translation>Scan or type a dossier code</translation>
    </message>
    <message>
        <source>Hồ sơ chờ bổ sung</source>
        <translation>Dossiers waiting for papers</translation>
    </message>
    <message>
        <source>hẹn trả {moment}</source>
        <translation>due {moment}</translation>
    </message>
    <message>
        <source>Hạn bổ sung: {deadline}.</source>
        <translation>Supplement due: {deadline}.</translation>
    </message>
    <message>
        <source>Đã quá hạn: nhận nếu người nộp vẫn mang đến, hoặc dừng giải quyết.</source>
        <translation>Overdue: take it if the applicant still brings it, or stop the dossier.</translation>
    </message>
    <message>
        <source>Hồ sơ đang ở trạng thái “{stage}”: không yêu cầu hay nhận bổ sung được.</source>
        <translation>The dossier is in the state “{stage}”: no supplement can be requested or taken.</translation>
    </message>
    <message>
        <source>Nhiều hồ sơ khớp; gõ đủ mã hồ sơ.</source>
        <translation>Several dossiers match; type the whole code.</translation>
    </message>
    <message>
        <source>Không thấy hồ sơ có mã này trên máy.</source>
        <translation>No dossier with this code on this machine.</translation>
    </message>
    <message>
        <source>{n} hồ sơ chờ bổ sung; Enter để chọn.</source>
        <translation>{n} dossiers wait for papers; Enter to choose.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào chờ bổ sung.</source>
        <translation>No dossier waits for papers.</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Chưa nối trung tâm</source>
        <translation>Not connected with a centre</translation>
    </message>
    <message>
        <source>Giờ máy này lệch {n} phút</source>
        <translation>This clock differs by {n} minutes</translation>
    </message>
    <message>
        <source>{n} việc của máy khác chỉ còn ở máy này, cần xử lý</source>
        <translation>{n} events of other stations are only here, needs attention</translation>
    </message>
    <message>
        <source>Còn {n} việc chưa gửi</source>
        <translation>{n} things not sent yet</translation>
    </message>
    <message>
        <source>Chưa đồng bộ lần nào</source>
        <translation>Never synced</translation>
    </message>
    <message>
        <source>Đã đồng bộ {at}</source>
        <translation>Synced {at}</translation>
    </message>
    <message>
        <source>đã gửi</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>sẽ gửi ở lượt sau</source>
        <translation>goes with the next round</translation>
    </message>
    <message>
        <source>cần xử lý</source>
        <translation>needs a person</translation>
    </message>
    <message>
        <source>Hai quầy cùng đính chính mục “{field}”; giá trị đến sau đang được ghi.</source>
        <translation>Two counters corrected “{field}”; the later value is recorded.</translation>
    </message>
    <message>
        <source>Bước “{step}” đến khi hồ sơ đã ở trạng thái “{stage}”, nên không được tính.</source>
        <translation>The step “{step}” came when the dossier was already “{stage}”, so it does not count.</translation>
    </message>
    <message>
        <source>{n} việc nhận về không đọc được: giữ nguyên trong sổ, không tính vào hồ sơ nào. Báo quản trị trung tâm kèm vị trí: {places}.</source>
        <translation>{n} events that came cannot be read: they are kept in the register and counted in no dossier. Tell the centre&apos;s administrator their places: {places}.</translation>
    </message>
    <message>
        <source>{n} việc do bản chương trình mới hơn ghi: cập nhật chương trình thì sẽ được tính.</source>
        <translation>{n} events were written by a newer program: they will count once this one is updated.</translation>
    </message>
    <message>
        <source>Máy không rõ số quầy: {n} việc. Hồ sơ: {codes}</source>
        <translation>Counter unknown: {n} events. Dossiers: {codes}</translation>
    </message>
    <message>
        <source>Quầy {counter}: {n} việc. Hồ sơ: {codes}</source>
        <translation>Counter {counter}: {n} events. Dossiers: {codes}</translation>
    </message>
    <message>
        <source>Mất mạng từ {since}; {n} việc sẽ gửi sau</source>
        <translation>Offline since {since}; {n} things will be sent later</translation>
    </message>
    <message>
        <source>Trung tâm bận từ {since}; {n} việc sẽ gửi sau</source>
        <translation>The centre is busy since {since}; {n} things will be sent later</translation>
    </message>
    <message>
        <source>Số quầy trùng máy khác, cần xử lý</source>
        <translation>Counter number taken by another machine: needs a person</translation>
    </message>
    <message>
        <source>Đồng bộ lỗi trên máy này từ {since} (mã {code}); {n} việc sẽ gửi sau</source>
        <translation>Sync fails on this machine since {since} (code {code}); {n} entries will be sent later</translation>
    </message>
    <message>
        <source>Trung tâm từ chối từ {since}, cần xử lý (mã {code})</source>
        <translation>Refused by the centre since {since}: needs a person (code {code})</translation>
    </message>
    <message>
        <source>Danh sách bàn giao</source>
        <translation>Hand-over list</translation>
    </message>
    <message>
        <source>Phiếu trả kết quả</source>
        <translation>Return slip</translation>
    </message>
    <message>
        <source>Từ chối tại quầy</source>
        <translation>Refused at the counter</translation>
    </message>
    <message>
        <source>Hướng dẫn tại quầy</source>
        <translation>Guidance at the counter</translation>
    </message>
    <message>
        <source>Danh mục: thêm thủ tục</source>
        <translation>Catalogue: procedure published</translation>
    </message>
    <message>
        <source>Danh mục: sửa thủ tục</source>
        <translation>Catalogue: procedure adapted</translation>
    </message>
    <message>
        <source>Danh mục: bỏ phần sửa</source>
        <translation>Catalogue: adaptation dropped</translation>
    </message>
    <message>
        <source>Danh mục: ngừng thủ tục</source>
        <translation>Catalogue: procedure retired</translation>
    </message>
    <message>
        <source>Thông tin cơ quan</source>
        <translation>Office described</translation>
    </message>
    <message>
        <source>Mở quầy</source>
        <translation>Desk opened</translation>
    </message>
    <message>
        <source>Cấp dải số</source>
        <translation>Range granted</translation>
    </message>
    <message>
        <source>Nhân sự: thêm, đổi vai trò</source>
        <translation>People: admitted, roles</translation>
    </message>
    <message>
        <source>Nhân sự: thôi việc</source>
        <translation>People: dismissed</translation>
    </message>
    <message>
        <source>Lịch: nhập năm</source>
        <translation>Calendar: years imported</translation>
    </message>
    <message>
        <source>Lịch: ngày nghỉ</source>
        <translation>Calendar: day off</translation>
    </message>
    <message>
        <source>Lịch: ngày làm bù</source>
        <translation>Calendar: make-up day</translation>
    </message>
    <message>
        <source>Lịch: bỏ ngày</source>
        <translation>Calendar: day cleared</translation>
    </message>
    <message>
        <source>Lịch: giờ làm việc</source>
        <translation>Calendar: hours</translation>
    </message>
    <message>
        <source>Quầy này chưa nối với trung tâm nào.</source>
        <translation>This counter is not connected with any centre.</translation>
    </message>
    <message>
        <source>Mọi việc vẫn lưu trên máy này.</source>
        <translation>Everything is saved on this machine.</translation>
    </message>
    <message>
        <source>Quản trị nối trong phần Thiết lập, hoặc chạy onestop-desk sync setup.</source>
        <translation>An administrator connects it under Settings, or runs onestop-desk sync setup.</translation>
    </message>
    <message>
        <source>Máy trạm “{rival}” đã dùng số quầy {counter} của cơ quan này.</source>
        <translation>The station “{rival}” already has counter {counter} of this agency.</translation>
    </message>
    <message>
        <source>Hồ sơ đã nhận trên máy này vẫn còn nguyên, chưa gửi lên trung tâm.</source>
        <translation>The dossiers received here are all there, and not sent to the centre.</translation>
    </message>
    <message>
        <source>Báo quản trị: mỗi quầy phải có một số riêng. Ngừng cấp mã mới trên máy này.</source>
        <translation>Tell an administrator: every counter needs a number of its own. Give no new codes on this machine.</translation>
    </message>
    <message>
        <source>Lượt đồng bộ gặp lỗi ngoài dự kiến ({bug_id}).</source>
        <translation>Syncing met an unexpected error ({bug_id}).</translation>
    </message>
    <message>
        <source>Chương trình tự thử lại; nếu câu này còn hiện, báo quản trị kèm mã lỗi.</source>
        <translation>The program tries again by itself; if this stays, tell the administrator the code.</translation>
    </message>
    <message>
        <source>Trung tâm không nhận những gì máy này gửi ({answer}).</source>
        <translation>The centre does not take what this machine sends ({answer}).</translation>
    </message>
    <message>
        <source>Mọi việc vẫn lưu trên máy này và quầy làm việc tiếp được.</source>
        <translation>Everything is saved here and the counter can go on working.</translation>
    </message>
    <message>
        <source>Chạy onestop-desk check, rồi báo quản trị trung tâm kèm mã này.</source>
        <translation>Run onestop-desk check, then tell the centre&apos;s administrator with this code.</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Đồng bộ ngay (F5)</source>
        <translation>Sync now (F5)</translation>
    </message>
    <message>
        <source>Việc của máy này</source>
        <translation>What this machine did</translation>
    </message>
    <message>
        <source>Không có việc nào không khớp.</source>
        <translation>Nothing is in conflict.</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Đã ghi quyết định; các máy khác sẽ nhận được.</source>
        <translation>The decision is recorded; the other machines will get it.</translation>
    </message>
    <message>
        <source>{n} việc đã vào sổ và sẽ gửi ở lượt tới.</source>
        <translation>{n} events are in the register and go with the next round.</translation>
    </message>
    <message>
        <source>Không khớp, chờ tổ trưởng</source>
        <translation>Conflicts that wait for a supervisor</translation>
    </message>
</context>
<context>
    <name>TakePanel</name>
    <message>
        <source>Gửi đến</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>Quét hoặc gõ mã hồ sơ</source>
        <translation>Scan or type a dossier code</translation>
    </message>
    <message>
        <source>Đã nhận {n} trên {total} hồ sơ</source>
        <translation>{n} of {total} dossiers confirmed</translation>
    </message>
    <message>
        <source>Hồ sơ đang chuyển đến</source>
        <translation>Dossiers on the way here</translation>
    </message>
    <message>
        <source>Nhận hồ sơ đang chọn (Ctrl+Enter)</source>
        <translation>Confirm the dossier chosen (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Lý do không nhận</source>
        <translation>Reason for not accepting</translation>
    </message>
    <message>
        <source>Ví dụ: thiếu giấy tờ, nhầm nơi nhận</source>
        <translation>For example: papers missing, wrong receiver</translation>
    </message>
    <message>
        <source>Không nhận hồ sơ đang chọn</source>
        <translation>Do not accept the dossier chosen</translation>
    </message>
    <message>
        <source>{code}: không có trên máy này, để riêng ra.</source>
        <translation>{code}: not on this machine, set it aside.</translation>
    </message>
    <message>
        <source>{code} không phải hồ sơ đang chuyển.</source>
        <translation>{code} is not on the way to anybody.</translation>
    </message>
    <message>
        <source>{code} đang chuyển đến {to}, không phải nơi nhận đang chọn.</source>
        <translation>{code} is on the way to {to}, not to the receiver chosen.</translation>
    </message>
    <message>
        <source>Vẫn nhận</source>
        <translation>Confirm anyway</translation>
    </message>
    <message>
        <source>Đã nhận lúc {time}</source>
        <translation>Confirmed at {time}</translation>
    </message>
    <message>
        <source>Ghi lý do không nhận.</source>
        <translation>Give the reason for not accepting.</translation>
    </message>
    <message>
        <source>Không nhận: {reason}</source>
        <translation>Not accepted: {reason}</translation>
    </message>
    <message>
        <source>Tất cả ({n})</source>
        <translation>All ({n})</translation>
    </message>
    <message>
        <source>Tôi: {name}</source>
        <translation>Me: {name}</translation>
    </message>
    <message>
        <source>Còn {n} hồ sơ chờ xác nhận.</source>
        <translation>{n} dossiers still to confirm.</translation>
    </message>
    <message>
        <source>Không còn hồ sơ nào.</source>
        <translation>No dossiers left.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{pictures} ảnh, {papers} tệp PDF trong {out}; {seconds} giây.</source>
        <translation>{pictures} pictures, {papers} PDF files in {out}; {seconds} seconds.</translation>
    </message>
    <message>
        <source>Lần đầu mở: thiết lập quầy.</source>
        <translation>First start: setting up the counter.</translation>
    </message>
    <message>
        <source>Đăng nhập; từ đây mọi việc mang tên người làm.</source>
        <translation>Signing in; from here on everything carries the clerk&apos;s name.</translation>
    </message>
    <message>
        <source>Cửa sổ làm việc.</source>
        <translation>The work window.</translation>
    </message>
    <message>
        <source>Quét thẻ, chọn thủ tục: hẹn trả tính ngay, có lý do.</source>
        <translation>Scan a card, choose a procedure: the due moment is there at once, with its reasons.</translation>
    </message>
    <message>
        <source>Đã lưu: mã hồ sơ, hẹn trả; con trỏ về ô đầu cho người tiếp theo.</source>
        <translation>Saved: dossier code, due moment; the cursor is back on the first field for the next person.</translation>
    </message>
    <message>
        <source>Giấy tiếp nhận và hẹn trả, mẫu 01.</source>
        <translation>Receipt with due moment, form 01.</translation>
    </message>
    <message>
        <source>Không có thẻ: gõ tên, số; tìm thủ tục không cần dấu.</source>
        <translation>Without a card: type a name or a number; find the procedure without accents.</translation>
    </message>
    <message>
        <source>Thủ tục đã chọn: giấy tờ, phí, hẹn trả.</source>
        <translation>The procedure is chosen: papers, fee, due moment.</translation>
    </message>
    <message>
        <source>Lưu và xem lại.</source>
        <translation>Save and look again.</translation>
    </message>
    <message>
        <source>In kèm phiếu 80 mm và tem.</source>
        <translation>Print the 80 mm slip and the label as well.</translation>
    </message>
    <message>
        <source>Giấy hẹn khổ A5.</source>
        <translation>Receipt on A5.</translation>
    </message>
    <message>
        <source>Phiếu 80 mm.</source>
        <translation>80 mm slip.</translation>
    </message>
    <message>
        <source>Tem hồ sơ.</source>
        <translation>Dossier label.</translation>
    </message>
    <message>
        <source>Người này còn hồ sơ cùng thủ tục chưa trả: nhắc, vẫn cho làm tiếp.</source>
        <translation>This person has an open dossier of the same procedure: a reminder, and work may go on.</translation>
    </message>
    <message>
        <source>Máy in hỏng: hồ sơ vẫn lưu, nêu nguyên nhân, cho in lại.</source>
        <translation>The printer is broken: the dossier is saved, the cause is named, it can be printed again.</translation>
    </message>
    <message>
        <source>Máy in có lại: in tiếp được.</source>
        <translation>The printer is back: printing goes on.</translation>
    </message>
    <message>
        <source>In lại phải ghi lý do.</source>
        <translation>Printing again needs a reason.</translation>
    </message>
    <message>
        <source>Bản in lại mang dấu BẢN SAO.</source>
        <translation>The reprint carries the stamp BẢN SAO.</translation>
    </message>
    <message>
        <source>Quét phiếu ở bất kỳ màn hình nào: hồ sơ hiện bên phải.</source>
        <translation>Scan a slip on any screen: the dossier appears on the right.</translation>
    </message>
    <message>
        <source>Mã lạ: không mở gì cả.</source>
        <translation>Unknown code: nothing is opened.</translation>
    </message>
    <message>
        <source>Mã đúng dạng nhưng không có trên máy này.</source>
        <translation>A well-formed code that is not on this machine.</translation>
    </message>
    <message>
        <source>Ctrl+K: gõ không dấu cũng thấy.</source>
        <translation>Ctrl+K: found without accents too.</translation>
    </message>
    <message>
        <source>Thẻ hồ sơ: người, hẹn trả, giấy tờ, diễn biến, phiếu đã in.</source>
        <translation>Dossier card: people, due moment, papers, what happened, slips printed.</translation>
    </message>
    <message>
        <source>F7: hồ sơ nhận hôm nay.</source>
        <translation>F7: dossiers received today.</translation>
    </message>
    <message>
        <source>Sắp đến hạn.</source>
        <translation>Due soon.</translation>
    </message>
    <message>
        <source>Quét thẻ trong danh sách: chỉ còn hồ sơ của người ấy.</source>
        <translation>Scan a card in the list: only that person&apos;s dossiers.</translation>
    </message>
    <message>
        <source>Danh mục thủ tục.</source>
        <translation>Catalogue of procedures.</translation>
    </message>
    <message>
        <source>Lịch làm việc.</source>
        <translation>Working calendar.</translation>
    </message>
    <message>
        <source>Thêm người làm việc, chọn vai trò.</source>
        <translation>Add a clerk, choose roles.</translation>
    </message>
    <message>
        <source>Thiết lập: máy in, màn hình, cơ quan, dải số.</source>
        <translation>Settings: printers, screen, office, serial ranges.</translation>
    </message>
    <message>
        <source>Phiếu chưa ra giấy và việc làm được với chúng.</source>
        <translation>Papers that did not come out, and what can be done with them.</translation>
    </message>
    <message>
        <source>F1: hướng dẫn của trang đang mở.</source>
        <translation>F1: guide to the open page.</translation>
    </message>
    <message>
        <source>Phím tắt.</source>
        <translation>Keys.</translation>
    </message>
    <message>
        <source>Giao diện tối.</source>
        <translation>Dark theme.</translation>
    </message>
    <message>
        <source>Tương phản cao.</source>
        <translation>High contrast.</translation>
    </message>
    <message>
        <source>Chữ 150 %.</source>
        <translation>Text at 150 %.</translation>
    </message>
    <message>
        <source>Chữ 175 %.</source>
        <translation>Text at 175 %.</translation>
    </message>
    <message>
        <source>Cửa sổ nhỏ nhất, 1024×640.</source>
        <translation>The smallest window, 1024×640.</translation>
    </message>
    <message>
        <source>Đổi người dùng; bản nháp ở lại với người gõ.</source>
        <translation>Another clerk signs in; the draft stays with the one who typed it.</translation>
    </message>
    <message>
        <source>Thẻ hồ sơ: chọn giấy tờ cần bổ sung, lý do, hạn.</source>
        <translation>Dossier card: choose the papers to supply, the reason, the deadline.</translation>
    </message>
    <message>
        <source>Thời hạn dừng tính trong khi chờ bổ sung.</source>
        <translation>The clock stops while papers are awaited.</translation>
    </message>
    <message>
        <source>Phiếu yêu cầu bổ sung, mẫu 02.</source>
        <translation>Supplement request, form 02.</translation>
    </message>
    <message>
        <source>Nhận bổ sung: hạn mới hiện ra trước khi lưu.</source>
        <translation>Taking the supplement: the new due time shows before saving.</translation>
    </message>
    <message>
        <source>Đính chính: giá trị đang ghi, giá trị đúng, lý do.</source>
        <translation>Correction: the value recorded, the right value, the reason.</translation>
    </message>
    <message>
        <source>Giấy hẹn mới thay giấy đã phát.</source>
        <translation>The new receipt replaces the one given out.</translation>
    </message>
    <message>
        <source>Xin lỗi và hẹn lại trước khi quá hạn; báo cáo vẫn tính theo hạn đầu.</source>
        <translation>An apology and a new due time before it is overdue; reports still count by the first one.</translation>
    </message>
    <message>
        <source>Văn bản xin lỗi, mẫu 04.</source>
        <translation>The apology, form 04.</translation>
    </message>
    <message>
        <source>Rút hồ sơ theo đề nghị, có lý do.</source>
        <translation>A dossier withdrawn as asked, with a reason.</translation>
    </message>
    <message>
        <source>Thông báo dừng giải quyết, mẫu 05.</source>
        <translation>Notice of stopping, form 05.</translation>
    </message>
    <message>
        <source>F6: quét để chọn hồ sơ bàn giao; đếm ngay trên màn hình.</source>
        <translation>F6: scan to choose the dossiers to hand over; counted on the screen at once.</translation>
    </message>
    <message>
        <source>Đã bàn giao: còn 10 giây để hoàn tác.</source>
        <translation>Handed over: 10 seconds left to undo.</translation>
    </message>
    <message>
        <source>Danh sách bàn giao.</source>
        <translation>Hand-over list.</translation>
    </message>
    <message>
        <source>Bên nhận quét từng hồ sơ để xác nhận.</source>
        <translation>The receiver scans each dossier to confirm it.</translation>
    </message>
    <message>
        <source>Đã nhận đủ.</source>
        <translation>All confirmed.</translation>
    </message>
    <message>
        <source>F4: giỏ trả kết quả của cả nhà, so thẻ với chủ hồ sơ.</source>
        <translation>F4: one return basket for a whole family, the card compared with the owner.</translation>
    </message>
    <message>
        <source>Đã trả: còn 10 giây để hoàn tác; mời đánh giá.</source>
        <translation>Returned: 10 seconds left to undo; a rating is asked for.</translation>
    </message>
    <message>
        <source>Phiếu trả kết quả của cả nhà.</source>
        <translation>The return slip of the whole family.</translation>
    </message>
    <message>
        <source>Mức hài lòng được ghi cho từng hồ sơ.</source>
        <translation>Satisfaction is recorded for every dossier.</translation>
    </message>
    <message>
        <source>Sổ sách: danh sách cuối ngày, sổ theo dõi, sổ phí.</source>
        <translation>Books: end-of-day list, dossier book, fee book.</translation>
    </message>
    <message>
        <source>Danh sách cuối ngày.</source>
        <translation>End-of-day list.</translation>
    </message>
    <message>
        <source>Không tiếp nhận: ghi lý do, người đến vẫn có phiếu cầm về.</source>
        <translation>Not taken in: the reason is recorded, and the person still leaves with a paper.</translation>
    </message>
    <message>
        <source>Phiếu từ chối tiếp nhận, mẫu 03.</source>
        <translation>Refusal, form 03.</translation>
    </message>
    <message>
        <source>5 tại chỗ: từng bước ghi giờ xong, sớm hay muộn so với định mức.</source>
        <translation>On-site five: each step is timed, early or late against its limit.</translation>
    </message>
    <message>
        <source>Ba bước đã xong, mỗi bước so với giờ của nó.</source>
        <translation>Three steps done, each against its hours.</translation>
    </message>
    <message>
        <source>Phiếu kiểm soát quá trình giải quyết, mẫu 06.</source>
        <translation>Control slip, form 06.</translation>
    </message>
    <message>
        <source>Từ chối sau khi xem xét, có lý do.</source>
        <translation>Refused after examination, with a reason.</translation>
    </message>
    <message>
        <source>Phiếu từ chối của hồ sơ đã nhận.</source>
        <translation>The refusal of a dossier that was taken in.</translation>
    </message>
    <message>
        <source>Trả nhầm: thu hồi có lý do, việc đã trả vẫn còn trong sổ.</source>
        <translation>A wrong return: recalled with a reason, the return stays in the register.</translation>
    </message>
    <message>
        <source>Đã thu hồi: hồ sơ trở lại chờ trả.</source>
        <translation>Recalled: the dossier waits to be returned again.</translation>
    </message>
    <message>
        <source>Màn hình cho người dân: ba mức, chạm một lần.</source>
        <translation>The citizen&apos;s window: three levels, one touch.</translation>
    </message>
    <message>
        <source>Mức hài lòng của người dân đã ghi.</source>
        <translation>The citizen&apos;s word is recorded.</translation>
    </message>
    <message>
        <source>Sổ theo dõi hồ sơ, mẫu 07.</source>
        <translation>Register, form 07.</translation>
    </message>
    <message>
        <source>Hai quầy giống nhau: {n} việc, dấu {digest}.</source>
        <translation>Both counters are equal: {n} events, digest {digest}.</translation>
    </message>
    <message>
        <source>Quầy {n} mất mạng: vẫn tiếp nhận và trả kết quả, việc sẽ gửi sau.</source>
        <translation>Counter {n} is offline: it registers and returns on, and sends later.</translation>
    </message>
    <message>
        <source>Hai quầy cùng trả một hồ sơ: tổ trưởng xem hai bên và quyết định.</source>
        <translation>Two counters returned one dossier: a supervisor sees both sides and decides.</translation>
    </message>
    <message>
        <source>Đã quyết định, có người và lý do.</source>
        <translation>Decided, with who and why.</translation>
    </message>
    <message>
        <source>F9: số liệu của kỳ, tính đến lúc này; số nào cũng mở ra hồ sơ.</source>
        <translation>F9: the figures of a period, as of now; every number opens into dossiers.</translation>
    </message>
    <message>
        <source>Một số mở ra đúng ngần ấy hồ sơ.</source>
        <translation>A number opens into exactly as many dossiers.</translation>
    </message>
    <message>
        <source>Biểu đồ, bên cạnh là bảng cùng số liệu.</source>
        <translation>Plots, with the table of the same figures beside each.</translation>
    </message>
    <message>
        <source>Mức độ hài lòng theo lĩnh vực.</source>
        <translation>Satisfaction by field.</translation>
    </message>
    <message>
        <source>Báo cáo theo mẫu, có số trang và chữ ký.</source>
        <translation>A report in official layout, with page numbers and signatures.</translation>
    </message>
    <message>
        <source>Biểu đồ để in: đen trắng vẫn đọc được, bên cạnh là bảng.</source>
        <translation>The plots for print: readable in black and white, the table beside each.</translation>
    </message>
    <message>
        <source>Bản công khai để niêm yết: kết quả và thủ tục, không tên người.</source>
        <translation>The public notice for the board: results and procedures, nobody&apos;s name.</translation>
    </message>
    <message>
        <source>Màn hình công khai cho người đang chờ.</source>
        <translation>The public screen for whoever waits.</translation>
    </message>
    <message>
        <source>Yêu cầu trực tuyến: cũ nhất trước, quá giờ xem xét thì ghi rõ.</source>
        <translation>Online requests: the oldest first, those past their time are named.</translation>
    </message>
    <message>
        <source>Phiếu đã điền sẵn từ yêu cầu; kiểm tra rồi lưu.</source>
        <translation>The form is filled from the request; check it and save.</translation>
    </message>
    <message>
        <source>Từ chối yêu cầu: có lý do, có phiếu mẫu 03.</source>
        <translation>A request refused: with a reason and form 03.</translation>
    </message>
</context>
<context>
    <name>TurnAway</name>
    <message>
        <source>Đã ghi từ chối tiếp nhận số {n}. Phiếu từ chối (mẫu 03) đang in.</source>
        <translation>Refusal no. {n} recorded. The refusal slip (form 03) is printing.</translation>
    </message>
    <message>
        <source>Đã ghi hướng dẫn số {n}. Phiếu yêu cầu bổ sung (mẫu 02) đang in.</source>
        <translation>Guidance no. {n} recorded. The supplement request (form 02) is printing.</translation>
    </message>
</context>
<context>
    <name>TurnAwayBox</name>
    <message>
        <source>Lý do hoặc lời dặn</source>
        <translation>Reason or advice</translation>
    </message>
    <message>
        <source>Hướng dẫn (mẫu 02)</source>
        <translation>Guidance (form 02)</translation>
    </message>
    <message>
        <source>Từ chối (mẫu 03)</source>
        <translation>Refusal (form 03)</translation>
    </message>
</context>
<context>
    <name>UnprintedPage</name>
    <message>
        <source>Chưa ra giấy</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Đã ra giấy</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Mở PDF</source>
        <translation>Open PDF</translation>
    </message>
    <message>
        <source>Bỏ, không in nữa</source>
        <translation>Drop, do not print</translation>
    </message>
    <message>
        <source>Phiếu</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>{n} phiếu.</source>
        <translation>{n} papers.</translation>
    </message>
    <message>
        <source>Mọi phiếu đều đã ra giấy.</source>
        <translation>Every paper has come out.</translation>
    </message>
    <message>
        <source>Phiếu in lỗi, chưa rõ, hoặc được giữ thành tệp PDF. Chương trình không tự in lại phiếu cũ.</source>
        <translation>Papers that failed, are unclear, or were kept as PDF. The program never prints old papers by itself.</translation>
    </message>
</context>
<context>
    <name>WayBox</name>
    <message>
        <source>Cách trả</source>
        <translation>Return by</translation>
    </message>
    <message>
        <source>Địa chỉ gửi</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Số bưu gửi</source>
        <translation>Postal item number</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Mã: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Không thực hiện được việc này.</source>
        <translation>This could not be done.</translation>
    </message>
    <message>
        <source>Dữ liệu đã lưu vẫn an toàn.</source>
        <translation>Saved data is safe.</translation>
    </message>
    <message>
        <source>Kiểm tra lại thông tin rồi thử lại; nếu vẫn lỗi, báo quản trị kèm mã.</source>
        <translation>Check what was entered and try again; if it fails, tell the administrator the code.</translation>
    </message>
    <message>
        <source>{field}: {reason}.</source>
        <translation>{field}: {reason}.</translation>
    </message>
    <message>
        <source>Những gì đã nhập vẫn còn nguyên.</source>
        <translation>Everything typed is still there.</translation>
    </message>
    <message>
        <source>Sửa ô này rồi tiếp tục.</source>
        <translation>Correct this field, then go on.</translation>
    </message>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Tài khoản</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Giờ này đúng</source>
        <translation>This time is right</translation>
    </message>
    <message>
        <source>Đã xác nhận giờ máy {at} là đúng.</source>
        <translation>The machine&apos;s time {at} is confirmed as right.</translation>
    </message>
    <message>
        <source>Làm lại thao tác vừa rồi.</source>
        <translation>Do the last action again.</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ nào để in lại.</source>
        <translation>There is no dossier to print again yet.</translation>
    </message>
    <message>
        <source>Lưu, quét hoặc mở một hồ sơ rồi nhấn Ctrl+P.</source>
        <translation>Save, scan or open a dossier, then press Ctrl+P.</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Lịch năm</source>
        <translation>Calendar of the year</translation>
    </message>
</context>
<context>
    <name>_Summary</name>
    <message>
        <source>Thời hạn: {limit}</source>
        <translation>Limit: {limit}</translation>
    </message>
    <message>
        <source>theo luật {statutory}, đã cắt {cut}%</source>
        <translation>by law {statutory}, cut by {cut}%</translation>
    </message>
    <message>
        <source>Phí: danh mục không ghi</source>
        <translation>Fee: not in the catalogue</translation>
    </message>
    <message>
        <source>Phí: {first} một trang, từ trang {n}: {then}</source>
        <translation>Fee: {first} a page, from page {n}: {then}</translation>
    </message>
    <message>
        <source>tối đa {most} một bản</source>
        <translation>at most {most} a copy</translation>
    </message>
    <message>
        <source>Phí: {amount}</source>
        <translation>Fee: {amount}</translation>
    </message>
    <message>
        <source>Không thu phí</source>
        <translation>No fee</translation>
    </message>
</context>
</TS>
