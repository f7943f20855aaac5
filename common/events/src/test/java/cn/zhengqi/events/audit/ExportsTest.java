package cn.zhengqi.events.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.sheet.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

class ExportsTest {

    private static final Sheet<Row> SHEET = Sheet.<Row>titled("名单").column("名称", Row::name);

    private final Outbox outbox = mock(Outbox.class);
    private final CurrentUser reader = TestUsers.operator();
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T16:30:00Z"), ZoneOffset.UTC);
    private final Exports exports = exports(5, 1 << 20);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();

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

    @AfterEach
    void letGo() {
        done.countDown();
    }

    @Test
    void who_took_out_what_by_which_filter_is_on_record_before_the_first_row_leaves() throws IOException {
        ResponseEntity<StreamingResponseBody> answer =
                export(3, receiver -> verify(outbox).publish(any(), anyLong(), any()));
        send(answer, new ByteArrayOutputStream());

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

    @Test
    void who_waits_too_long_for_a_place_is_told_so_before_anything_is_sent_or_on_record() throws IOException {
        made(held(TestUsers.operator()));
        made(held(TestUsers.operator()));
        await().untilAtomic(working, is(2));
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        reset(outbox);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> send(export(1), nothing))
                .satisfies(busy -> assertThat(busy.code()).isEqualTo(CommonProblem.SERVICE_BUSY))
                .satisfies(busy -> assertThat(busy.extras()).containsEntry("retryAfterSeconds", 10));
        assertThat(nothing.size()).isZero();
        verify(outbox, never()).publish(any(), anyLong(), any());
    }

    @Test
    void a_receiver_that_takes_nothing_keeps_nobody_elses_file_from_being_made() throws Exception {
        // One after the other: places are for two at once, and who waits for one is not what is tried here.
        for (int there = 1; there <= 3; there++) {
            made(stalled(exports));
            await().untilAtomic(working, is(there));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        send(export(1, receiver -> receiver.accept(new Row("渝巴"))), file);

        assertThat(file.toByteArray()).startsWith('P', 'K');
    }

    @Test
    void a_file_that_cannot_be_made_gives_its_place_back() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> send(
                            export(1, receiver -> {
                                throw new IllegalStateException("of the test");
                            }),
                            new ByteArrayOutputStream()))
                    .hasMessage("of the test");
        }
        send(export(1), new ByteArrayOutputStream());
    }

    @Test
    void one_person_takes_one_place_and_is_told_that_the_other_file_is_still_on_its_way() throws IOException {
        made(held(reader));
        await().untilAtomic(working, is(1));
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        reset(outbox);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> send(export(1), nothing))
                .satisfies(second -> assertThat(second.code()).isEqualTo(CommonProblem.EXPORT_UNDER_WAY))
                .satisfies(second -> assertThat(second.detail()).contains("另一份导出还没有完成"))
                .satisfies(second -> assertThat(second.extras()).containsEntry("retryAfterSeconds", 10));
        assertThat(nothing.size()).isZero();
        verify(outbox, never()).publish(any(), anyLong(), any());
        send(export(exports, TestUsers.operator(), 1, receiver -> {}), new ByteArrayOutputStream());

        done.countDown();
        await().untilAsserted(() -> send(export(1), new ByteArrayOutputStream()));
    }

    @Test
    void files_of_slow_receivers_are_so_many_and_then_no_other_is_begun() throws IOException {
        Exports two = exports(2, 1 << 20);
        made(stalled(two));
        made(stalled(two));
        await().untilAtomic(working, is(2));

        refusedAsBusy(two, receiver -> {});

        done.countDown();
        await().untilAsserted(
                        () -> send(export(two, TestUsers.operator(), 1, receiver -> {}), new ByteArrayOutputStream()));
    }

    @Test
    void files_of_slow_receivers_have_so_many_bytes_together() throws IOException {
        // One file fits, and no second one.
        Exports small = exports(5, sizeOfAFile() * 3 / 2);
        made(stalled(small));
        await().untilAtomic(working, is(1));

        refusedAsBusy(small, receiver -> receiver.accept(new Row("渝巴")));
        done.countDown();
        await().untilAsserted(() -> send(
                export(small, TestUsers.operator(), 1, receiver -> receiver.accept(new Row("渝巴"))),
                new ByteArrayOutputStream()));
    }

    @Test
    void a_file_that_alone_is_larger_than_all_may_be_is_too_large_and_not_for_now() throws IOException {
        Exports small = exports(5, sizeOfAFile() / 2);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> send(export(small, reader, 1, receiver -> {}), new ByteArrayOutputStream()))
                .satisfies(large -> assertThat(large.code()).isEqualTo(CommonProblem.EXPORT_TOO_LARGE));
    }

    @Test
    void whatever_becomes_of_a_file_nothing_of_it_stays() throws IOException {
        List<Path> before = exportFiles();
        send(export(1), new ByteArrayOutputStream());
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("the receiver has gone");
            }
        };
        assertThatThrownBy(() -> send(export(1), gone)).hasMessage("the receiver has gone");
        Exports small = exports(5, sizeOfAFile() / 2);
        assertThatThrownBy(() -> send(export(small, reader, 1, receiver -> {}), new ByteArrayOutputStream()))
                .isInstanceOf(ProblemException.class);
        assertThat(exportFiles()).isSubsetOf(before);
    }

    private List<Path> exportFiles() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(file -> file.getFileName().toString().matches("export-.*\\.xlsx"))
                    .toList();
        }
    }

    private long sizeOfAFile() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        send(export(exports, TestUsers.operator(), 1, receiver -> receiver.accept(new Row("渝巴"))), file);
        return file.size();
    }

    private void refusedAsBusy(Exports exports, Consumer<Consumer<Row>> rows) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> send(export(exports, TestUsers.operator(), 1, rows), new ByteArrayOutputStream()))
                .satisfies(busy -> assertThat(busy.code()).isEqualTo(CommonProblem.SERVICE_BUSY))
                .satisfies(busy -> assertThat(busy.extras()).containsEntry("retryAfterSeconds", 10));
    }

    private Exports exports(int mostFiles, long mostBytes) {
        return new Exports(
                new AuditTrail(outbox, clock, "list-service", () -> "trace", null, null),
                mock(PlatformTransactionManager.class),
                clock,
                new ExportFiles(mostFiles, mostBytes),
                3,
                Duration.ofMillis(20));
    }

    private Making held(CurrentUser reader) {
        return () -> send(export(exports, reader, 1, receiver -> stall()), OutputStream.nullOutputStream());
    }

    /** The file of somebody else, which is there and which its receiver does not take. */
    private Making stalled(Exports exports) {
        OutputStream receiver = new OutputStream() {
            @Override
            public void write(int one) {
                stall();
            }

            @Override
            public void write(byte[] some, int from, int length) {
                stall();
            }
        };
        return () -> send(export(exports, TestUsers.operator(), 1, to -> to.accept(new Row("渝巴"))), receiver);
    }

    private void stall() {
        working.incrementAndGet();
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Making {
        void file() throws IOException;
    }

    private static void made(Making making) {
        Thread.ofVirtual().start(() -> {
            try {
                making.file();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void send(ResponseEntity<StreamingResponseBody> answer, OutputStream target) throws IOException {
        Objects.requireNonNull(answer.getBody()).writeTo(target);
    }

    private ResponseEntity<StreamingResponseBody> export(long total) {
        return export(total, receiver -> {});
    }

    private ResponseEntity<StreamingResponseBody> export(long total, Consumer<Consumer<Row>> rows) {
        return export(exports, reader, total, rows);
    }

    private static ResponseEntity<StreamingResponseBody> export(
            Exports exports, CurrentUser reader, long total, Consumer<Consumer<Row>> rows) {
        return exports.file(Taken.LIST_EXPORTED, SHEET, new Filter("渝巴", null), reader, total, rows);
    }
}
