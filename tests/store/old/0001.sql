PRAGMA application_id = 1263032385;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'kehoach','0001_first','2026-11-22 02:40:14.125664+00:00');
CREATE TABLE appendix (
        id TEXT PRIMARY KEY,
        plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        title TEXT NOT NULL,
        attached_to TEXT NOT NULL,
        columns TEXT NOT NULL
    ) STRICT;
INSERT INTO "appendix" VALUES('a1','p1',0,'Phụ lục I','DANH MỤC','','["STT", "Nội dung"]');
CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
        task TEXT NOT NULL,
        severity TEXT NOT NULL,
        place TEXT NOT NULL,
        message TEXT NOT NULL
    ) STRICT;
INSERT INTO "finding" VALUES(1,'p1','t4','check','dòng 4','Xem lại');
CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        command TEXT NOT NULL,
        subject TEXT NOT NULL,
        before TEXT,
        after TEXT
    ) STRICT;
INSERT INTO "journal" VALUES(1,'2026-11-22T02:40:14+00:00','set_office','office',NULL,'{"kind": "xa", "name": "Suối Mây", "province": "Quảng Trị", "place": "Suối Mây", "signer": "Trần Văn Mẫu", "capacity": "pho_chu_tich", "addressee": "Sở Khoa học và Công nghệ", "recipients": ["TTr. Đảng ủy, TTr. HĐND xã (để b/c)", "Chủ tịch, các PCT UBND xã", "Các phòng, Công an xã, Trung tâm PVHCC (để t/h)"], "drafting_unit": "VHXH", "reporting_day": 20, "cutoff_day": 0, "is_sample": true}');
INSERT INTO "journal" VALUES(2,'2026-11-22T02:40:14+00:00','import_plan','p1',NULL,'{"id": "p1", "document": {"issuer": "UBND tỉnh", "doc_type": "Kế hoạch", "number": "158/KH-UBND", "number_text": "", "date": "2025-08-01", "date_text": "", "title": "Chuyển đổi số", "province": "", "signer": "", "signer_position": "", "refers_to": [], "year": null}, "appendices": [{"id": "a1", "label": "Phụ lục I", "title": "DANH MỤC", "attached_to": "", "columns": ["STT", "Nội dung"], "groups": [{"id": "g1", "level": "part", "ordinal": "A", "title": "NHIỆM VỤ CHUNG", "parent": null}], "tasks": [{"id": "t1", "ordinal": "1", "content": "Nhiệm vụ 1: số hóa hồ sơ", "lead_agencies_text": "UBND cấp xã", "coordinating_text": "Sở KH&CN", "deliverable": "Báo cáo", "deadline": {"wording": "Trước ngày 31/12/2025", "kind": "fixed", "due": "2025-12-31", "start": null, "recurrence": null, "ongoing": false, "exclusive": true, "day_of_month": null}, "group": "g1", "parent": null, "extra": [["Ghi chú", "x"]], "ours": {"yes": true, "reason": "Cột Chủ trì", "by_hand": false}, "assigned_to": "Phòng VHXH", "place": "dòng 1"}, {"id": "t2", "ordinal": "2", "content": "Nhiệm vụ 2: số hóa hồ sơ", "lead_agencies_text": "UBND cấp xã", "coordinating_text": "Sở KH&CN", "deliverable": "Báo cáo", "deadline": {"wording": "Thường xuyên", "kind": "ongoing", "due": null, "start": null, "recurrence": null, "ongoing": true, "exclusive": false, "day_of_month": null}, "group": "g1", "parent": null, "extra": [["Ghi chú", "x"]], "ours": {"yes": true, "reason": "Cột Chủ trì", "by_hand": false}, "assigned_to": "Phòng VHXH", "place": "dòng 2"}, {"id": "t3", "ordinal": "3", "content": "Nhiệm vụ 3: số hóa hồ sơ", "lead_agencies_text": "UBND cấp xã", "coordinating_text": "Sở KH&CN", "deliverable": "Báo cáo", "deadline": {"wording": "Trước ngày 25 hằng tháng", "kind": "recurring", "due": null, "start": null, "recurrence": "monthly", "ongoing": false, "exclusive": true, "day_of_month": 25}, "group": "g1", "parent": null, "extra": [["Ghi chú", "x"]], "ours": {"yes": true, "reason": "Cột Chủ trì", "by_hand": false}, "assigned_to": "Phòng VHXH", "place": "dòng 3"}, {"id": "t4", "ordinal": "4", "content": "Nhiệm vụ 4: số hóa hồ sơ", "lead_agencies_text": "UBND cấp xã", "coordinating_text": "Sở KH&CN", "deliverable": "Báo cáo", "deadline": {"wording": "Theo kế hoạch của Trung ương", "kind": "conditional", "due": null, "start": null, "recurrence": null, "ongoing": false, "exclusive": false, "day_of_month": null}, "group": "g1", "parent": null, "extra": [["Ghi chú", "x"]], "ours": {"yes": true, "reason": "Cột Chủ trì", "by_hand": false}, "assigned_to": "Phòng VHXH", "place": "dòng 4"}]}], "source_name": "ke_hoach.xlsx", "source_sha256": "abababababababababababababababababababababababababababababababab"}');
INSERT INTO "journal" VALUES(3,'2026-11-22T02:40:14+00:00','record_entry','2025-10',NULL,'{"open": true}');
INSERT INTO "journal" VALUES(4,'2026-11-22T02:40:14+00:00','record_entry','t1',NULL,'{"task": "t1", "period": "2025-10", "status": "done", "done_on": "2025-10-09", "percent": 100, "result": "Đã xong", "evidence": "BC 12", "obstacle": "", "proposal": ""}');
INSERT INTO "journal" VALUES(5,'2026-11-22T02:40:14+00:00','record_entry','t2',NULL,'{"task": "t2", "period": "2025-10", "status": "ongoing", "done_on": null, "percent": null, "result": "Đã làm", "evidence": "", "obstacle": "", "proposal": ""}');
INSERT INTO "journal" VALUES(6,'2026-11-22T02:40:14+00:00','open_period','2025-11',NULL,'{"open": true}');
INSERT INTO "journal" VALUES(7,'2026-11-22T02:40:14+00:00','edit_report','report:2025-10',NULL,'{"blocks": [{"kind": "part", "text": "I. KẾT QUẢ"}]}');
CREATE TABLE office (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "office" VALUES('addressee','"Sở Khoa học và Công nghệ"');
INSERT INTO "office" VALUES('capacity','"pho_chu_tich"');
INSERT INTO "office" VALUES('cutoff_day','0');
INSERT INTO "office" VALUES('drafting_unit','"VHXH"');
INSERT INTO "office" VALUES('is_sample','true');
INSERT INTO "office" VALUES('kind','"xa"');
INSERT INTO "office" VALUES('name','"Suối Mây"');
INSERT INTO "office" VALUES('place','"Suối Mây"');
INSERT INTO "office" VALUES('province','"Quảng Trị"');
INSERT INTO "office" VALUES('recipients','["TTr. Đảng ủy, TTr. HĐND xã (để b/c)", "Chủ tịch, các PCT UBND xã", "Các phòng, Công an xã, Trung tâm PVHCC (để t/h)"]');
INSERT INTO "office" VALUES('reporting_day','20');
INSERT INTO "office" VALUES('signer','"Trần Văn Mẫu"');
CREATE TABLE period (
        key TEXT PRIMARY KEY,
        opened_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "period" VALUES('2025-10','2026-11-22T02:40:14+00:00');
INSERT INTO "period" VALUES('2025-11','2026-11-22T02:40:14+00:00');
CREATE TABLE plan (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        document TEXT NOT NULL,
        source_name TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        imported_at TEXT NOT NULL
    ) STRICT;
INSERT INTO "plan" VALUES('p1',1,'{"issuer": "UBND tỉnh", "doc_type": "Kế hoạch", "number": "158/KH-UBND", "number_text": "", "date": "2025-08-01", "date_text": "", "title": "Chuyển đổi số", "province": "", "signer": "", "signer_position": "", "refers_to": [], "year": null}','ke_hoach.xlsx','abababababababababababababababababababababababababababababababab','2026-11-22T02:40:14+00:00');
CREATE TABLE progress_entry (
        task TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        period TEXT NOT NULL,
        status TEXT,
        done_on TEXT,
        percent INTEGER,
        result TEXT NOT NULL,
        evidence TEXT NOT NULL,
        obstacle TEXT NOT NULL,
        proposal TEXT NOT NULL,
        PRIMARY KEY (task, period)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "progress_entry" VALUES('t1','2025-10','done','2025-10-09',100,'Đã xong','BC 12','','');
INSERT INTO "progress_entry" VALUES('t2','2025-10','ongoing',NULL,NULL,'Đã làm','','','');
CREATE TABLE report_text (
        period TEXT PRIMARY KEY,
        blocks TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "report_text" VALUES('2025-10','[{"kind": "part", "text": "I. KẾT QUẢ"}]');
CREATE TABLE task (
        id TEXT PRIMARY KEY,
        appendix TEXT NOT NULL REFERENCES appendix (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        ordinal TEXT NOT NULL,
        content TEXT NOT NULL,
        lead_agencies_text TEXT NOT NULL,
        coordinating_text TEXT NOT NULL,
        deliverable TEXT NOT NULL,
        task_group TEXT,
        parent TEXT,
        extra TEXT NOT NULL,
        assigned_to TEXT NOT NULL,
        place TEXT NOT NULL,
        ours INTEGER NOT NULL,
        ours_reason TEXT NOT NULL,
        ours_by_hand INTEGER NOT NULL,
        deadline_text TEXT NOT NULL,
        deadline_kind TEXT NOT NULL,
        due TEXT,
        start TEXT,
        recurrence TEXT,
        ongoing INTEGER NOT NULL,
        exclusive INTEGER NOT NULL,
        day_of_month INTEGER
    ) STRICT;
INSERT INTO "task" VALUES('t1','a1',0,'1','Nhiệm vụ 1: số hóa hồ sơ','UBND cấp xã','Sở KH&CN','Báo cáo','g1',NULL,'[["Ghi chú", "x"]]','Phòng VHXH','dòng 1',1,'Cột Chủ trì',0,'Trước ngày 31/12/2025','fixed','2025-12-31',NULL,NULL,0,1,NULL);
INSERT INTO "task" VALUES('t2','a1',1,'2','Nhiệm vụ 2: số hóa hồ sơ','UBND cấp xã','Sở KH&CN','Báo cáo','g1',NULL,'[["Ghi chú", "x"]]','Phòng VHXH','dòng 2',1,'Cột Chủ trì',0,'Thường xuyên','ongoing',NULL,NULL,NULL,1,0,NULL);
INSERT INTO "task" VALUES('t3','a1',2,'3','Nhiệm vụ 3: số hóa hồ sơ','UBND cấp xã','Sở KH&CN','Báo cáo','g1',NULL,'[["Ghi chú", "x"]]','Phòng VHXH','dòng 3',1,'Cột Chủ trì',0,'Trước ngày 25 hằng tháng','recurring',NULL,NULL,'monthly',0,1,25);
INSERT INTO "task" VALUES('t4','a1',3,'4','Nhiệm vụ 4: số hóa hồ sơ','UBND cấp xã','Sở KH&CN','Báo cáo','g1',NULL,'[["Ghi chú", "x"]]','Phòng VHXH','dòng 4',1,'Cột Chủ trì',0,'Theo kế hoạch của Trung ương','conditional',NULL,NULL,NULL,0,0,NULL);
CREATE TABLE task_group (
        id TEXT PRIMARY KEY,
        appendix TEXT NOT NULL REFERENCES appendix (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        level TEXT NOT NULL,
        ordinal TEXT NOT NULL,
        title TEXT NOT NULL,
        parent TEXT
    ) STRICT;
INSERT INTO "task_group" VALUES('g1','a1',0,'part','A','NHIỆM VỤ CHUNG',NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX plan_source ON plan (source_sha256);
CREATE INDEX appendix_plan ON appendix (plan, position);
CREATE INDEX task_group_appendix ON task_group (appendix, position);
CREATE INDEX task_appendix ON task (appendix, position);
CREATE INDEX finding_plan ON finding (plan);
CREATE INDEX journal_subject ON journal (subject, id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('journal',7);
COMMIT;
