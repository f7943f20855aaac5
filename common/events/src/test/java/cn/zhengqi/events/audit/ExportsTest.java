package cn.zhengqi.events.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.sheet.Sheet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;

class ExportsTest {

    private static final Sheet<Row> SHEET = Sheet.<Row>titled("名单").column("名称", Row::name);

    private final Outbox outbox = mock(Outbox.class);
    private final CurrentUser reader = TestUsers.operator();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T16:30:00Z"), ZoneOffset.UTC);
    private final Exports exports = new Exports(
            new AuditTrail(outbox, clock, "list-service", () -> "trace", null, null),
            mock(PlatformTransactionManager.class),
            clock,
            3);

    private record Row(String name) {}

    private record Filter(@Nullable String q, @Nullable String status) {}

    private enum Taken implements AuditAction {
        LIST_EXPORTED;

        @Override
        public String label() {
            return "导出名单";
        }

        @Override
        public String subjectKind() {
            return "名单";
        }
    }

    @Test
    void who_took_out_what_by_which_filter_is_on_record_before_the_first_row_leaves() {
        ResponseEntity<?> answer = export(3);

        ArgumentCaptor<ChangeRecorded> record = ArgumentCaptor.forClass(ChangeRecorded.class);
        verify(outbox).publish(record.capture(), anyLong(), any());
        assertThat(record.getValue().action()).isEqualTo("LIST_EXPORTED");
        assertThat(record.getValue().subjectId()).isEqualTo(reader.accountId());
        assertThat(record.getValue().subjectName()).isEqualTo("名单");
        assertThat(record.getValue().changes()).containsExactly(new ChangeRecorded.FieldChange("q", null, "渝巴"));
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .as("the day is the district's")
                .contains("2026-11-27.xlsx");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(Sheet.XLSX);
    }

    @Test
    void a_list_that_is_too_long_is_refused_rather_than_cut_and_nothing_is_on_record() {
        assertThatThrownBy(() -> export(4)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(CommonProblem.EXPORT_TOO_LARGE);
            assertThat(problem.detail()).contains("4 条", "最多导出 3 条");
        });
        verify(outbox, never()).publish(any(), anyLong(), any());
    }

    private ResponseEntity<?> export(long total) {
        return exports.file(Taken.LIST_EXPORTED, SHEET, new Filter("渝巴", null), reader, total, receiver -> {});
    }
}
