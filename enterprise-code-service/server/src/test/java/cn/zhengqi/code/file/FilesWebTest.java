package cn.zhengqi.code.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.code.AtOnce;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.reading.Readings;
import cn.zhengqi.data.files.LostObjects;
import cn.zhengqi.data.files.ObjectStore;
import cn.zhengqi.data.files.Uploads;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestPhoto;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FilesWebTest extends CodeServiceTest {

    private final CurrentUser owner = applicant();

    @Autowired
    private FileStore files;

    @Autowired
    private FileMapper mapper;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private LostObjects lostObjects;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Readings readings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OneEffect effect;

    @Test
    void a_letter_is_kept_and_given_back_to_its_owner() {
        String id = letter(owner);

        byte[] content = get(owner, "/files/" + id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(content).isEqualTo(PDF);
    }

    @Test
    void what_a_phone_writes_into_the_photo_of_a_letter_is_not_kept() {
        Object id = Objects.requireNonNull(upload(owner, "授权书.jpg", TestPhoto.ofAPhone())
                        .expectStatus()
                        .isCreated()
                        .expectBody(JSON)
                        .returnResult()
                        .getResponseBody())
                .get("id");
        byte[] kept = Objects.requireNonNull(get(owner, "/files/" + id)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        assertThat(TestPhoto.tellsOfItsPhone(TestPhoto.ofAPhone())).isTrue();
        assertThat(TestPhoto.tellsOfItsPhone(kept)).isFalse();
    }

    @Test
    void the_type_comes_from_the_content_and_not_from_the_name() {
        upload(owner, "看起来像照片.jpg", PDF)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.contentType")
                .isEqualTo("application/pdf")
                .jsonPath("$.name")
                .isEqualTo("看起来像照片.pdf");
    }

    @Test
    void a_file_of_another_type_is_refused_whatever_it_is_called() {
        refused(
                upload(owner, "授权书.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII)),
                415,
                "FILE_TYPE_NOT_ALLOWED");
        refused(
                upload(owner, "授权书.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII)),
                415,
                "FILE_TYPE_NOT_ALLOWED");
    }

    @Test
    void a_file_above_ten_megabytes_is_refused() {
        byte[] large = Arrays.copyOf(PDF, FileStore.MAX_BYTES + 1);

        refused(upload(owner, "授权书.pdf", large), 413, "FILE_TOO_LARGE");
        upload(owner, "授权书.pdf", Arrays.copyOf(PDF, FileStore.MAX_BYTES))
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_file_that_is_far_too_large_gets_an_answer_too() {
        refused(upload(owner, "授权书.pdf", Arrays.copyOf(PDF, 35 * 1024 * 1024)), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void an_empty_file_is_refused() {
        refused(upload(owner, "授权书.pdf", new byte[0]), 400, "VALIDATION_FAILED");
    }

    @Test
    void somebody_elses_letter_is_not_there_except_for_reviewers_whose_look_is_recorded() {
        String id = letter(owner);
        UUID enterprise = enterprise().id();
        Object claim = Objects.requireNonNull(post(owner, "/claims", form(enterprise, id))
                        .expectStatus()
                        .isCreated()
                        .expectBody(JSON)
                        .returnResult()
                        .getResponseBody())
                .get("id");

        refused(get(applicant(), "/files/" + id), 404, "NOT_FOUND");
        refused(get(officer, "/files/" + id), 403, "FORBIDDEN");
        assertThat(looksAt(id)).isEmpty();
        get(reviewer, "/files/" + id).expectStatus().isOk();
        assertThat(looksAt(id)).containsExactly(reviewer.accountId().toString());
        get(owner, "/my/claims/" + claim + "/readings")
                .expectBody()
                .jsonPath("$[*].document")
                .isEqualTo(List.of("授权委托书"))
                .jsonPath("$[0].readerName")
                .isEqualTo(reviewer.name())
                .jsonPath("$[0].source")
                .isEqualTo("CLAIM")
                .jsonPath("$[0].purpose")
                .isEqualTo("审核领码申请");
    }

    @Test
    void a_reviewer_who_loads_the_page_again_and_again_looks_once_in_a_quarter_of_an_hour() {
        String id = letter(owner);
        Object claim = Objects.requireNonNull(
                        post(owner, "/claims", form(enterprise().id(), id))
                                .expectStatus()
                                .isCreated()
                                .expectBody(JSON)
                                .returnResult()
                                .getResponseBody())
                .get("id");
        Instant quarter = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        for (int minutes : List.of(0, 4, 14, 15)) {
            clock.forward(Duration.between(clock.instant(), quarter.plus(Duration.ofMinutes(minutes))));
            get(reviewer, "/files/" + id).expectStatus().isOk();
        }

        List<Map<String, Object>> told = get(owner, "/my/claims/" + claim + "/readings")
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody();
        assertThat(told)
                .extracting(it ->
                        OffsetDateTime.parse((String) it.get("at")).toInstant().truncatedTo(ChronoUnit.MINUTES))
                .containsExactly(quarter.plus(Duration.ofMinutes(15)), quarter.plus(Duration.ofMinutes(14)));
        assertThat(looksAt(id)).as("the operation log has each").hasSize(4);
    }

    @Test
    void a_file_that_no_claim_names_is_its_owners_alone() {
        String id = letter(owner);

        refused(get(reviewer, "/files/" + id), 404, "NOT_FOUND");
        get(owner, "/files/" + id).expectStatus().isOk();
        assertThat(looksAt(id)).as("nor is it a look worth recording").isEmpty();
    }

    private List<String> looksAt(String letter) {
        return jdbc.sql("""
                        select data #>> '{actor,id}' from outbox
                        where data ->> 'action' = 'LETTER_VIEWED' and data ->> 'subjectId' = ?""").param(letter).query(String.class).list();
    }

    @Test
    void letters_without_a_claim_are_limited_and_go_after_a_while_but_never_one_that_a_claim_names() {
        CurrentUser other = applicant();
        String used = letter(other);
        post(other, "/claims", form(enterprise().id(), used)).expectStatus().isCreated();
        String unused = letter(other);
        for (int i = 1; i < FileStore.MOST_UNUSED; i++) {
            letter(other);
        }
        refused(upload(other, "授权书.pdf", PDF), 429, "TOO_MANY_FILES");

        Path bytesOfUsed = bytesOf(used);
        Path bytesOfUnused = bytesOf(unused);
        assertThat(bytesOfUnused).exists();

        clock.forward(Duration.ofDays(8));
        files.removeUnused();

        get(other, "/files/" + used).expectStatus().isOk();
        refused(get(other, "/files/" + unused), 404, "NOT_FOUND");
        assertThat(bytesOfUsed).exists();
        assertThat(bytesOfUnused).doesNotExist();
        letter(other);
    }

    private Path bytesOf(String letter) {
        String key = jdbc.sql("select object_key from stored_file where id = ?::uuid")
                .param(letter)
                .query(String.class)
                .single();
        return Path.of("target/test-files", key.substring(0, 2), key);
    }

    @Test
    void many_letters_at_once_are_no_more_than_one_after_the_other() throws Exception {
        CurrentUser other = applicant();

        List<Integer> answers = AtOnce.run(
                40,
                () -> upload(other, "授权书.pdf", PDF)
                        .returnResult(String.class)
                        .getStatus()
                        .value());

        assertThat(answers).containsOnly(201, 429);
        assertThat(count("select count(*) from stored_file where owner_id = ?", other.accountId()))
                .isEqualTo(FileStore.MOST_UNUSED);
    }

    @Test
    void bytes_of_which_no_row_was_written_are_swept_up_and_no_others() {
        CurrentUser other = applicant();
        Path used = bytesOf(letter(other));
        List<String> lost = new ArrayList<>();
        ObjectStore watched = new Overheard(lost);
        TransactionTemplate failing = new TransactionTemplate() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                throw new IllegalStateException("the database is away");
            }
        };
        assertThatThrownBy(() -> new FileStore(
                                mapper, new Uploads(watched, failing, effect, clock), audit, readings, failing, clock)
                        .put(other.accountId(), "授权书.pdf", PDF, clock.instant()))
                .hasMessageContaining("away");
        Path left = Path.of("target/test-files", lost.getFirst().substring(0, 2), lost.getFirst());

        lostObjects.sweep();
        assertThat(left).as("its row could be on its way").exists();
        clock.forward(Duration.ofDays(2));
        lostObjects.sweep();

        assertThat(left).doesNotExist();
        assertThat(used).exists();
    }

    /** The folder, and what was put into it. */
    private final class Overheard implements ObjectStore {

        private final List<String> keys;

        Overheard(List<String> keys) {
            this.keys = keys;
        }

        @Override
        public void put(String key, byte[] bytes) {
            keys.add(key);
            objects.put(key, bytes);
        }

        @Override
        public void remove(String key) {
            objects.remove(key);
        }

        @Override
        public int sweep(Instant before, Predicate<String> wanted) {
            return objects.sweep(before, wanted);
        }

        @Override
        public Resource get(String key) {
            return objects.get(key);
        }
    }

    @Test
    void a_letter_that_was_judged_stays_when_another_takes_its_place() {
        CurrentUser other = applicant();
        UUID enterprise = enterprise().id();
        String first = letter(other);
        String id = (String) post(other, "/claims", form(enterprise, first))
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
        post(reviewer, "/claims/" + id + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();
        put(other, "/my/claims/" + id, Map.of("version", 1, "claim", form(enterprise, letter(other))))
                .expectStatus()
                .isOk();

        clock.forward(Duration.ofDays(8));
        files.removeUnused();

        get(reviewer, "/files/" + first).expectStatus().isOk();
        get(reviewer, "/claims/" + id)
                .expectBody()
                .jsonPath("$.history[0].letterFileId")
                .isEqualTo(first);
    }

    @Test
    void while_bytes_are_written_no_connection_is_held() {
        List<Boolean> inTransaction = new ArrayList<>();
        ObjectStore slow = new ObjectStore() {
            @Override
            public void put(String key, byte[] bytes) {
                inTransaction.add(TransactionSynchronizationManager.isSynchronizationActive());
            }

            @Override
            public void remove(String key) {}

            @Override
            public int sweep(Instant before, Predicate<String> wanted) {
                return 0;
            }

            @Override
            public Resource get(String key) {
                return new ByteArrayResource(PDF);
            }
        };

        StoredFile stored = new FileStore(
                        mapper, new Uploads(slow, transaction, effect, clock), audit, readings, transaction, clock)
                .put(Ids.next(), "授权书.pdf", PDF, clock.instant());

        assertThat(inTransaction).containsExactly(false);
        assertThat(bytesOf(stored.id().toString())).doesNotExist();
    }

    @Test
    void who_may_not_claim_uploads_nothing() {
        refused(upload(TestUsers.operator("user.account.read"), "授权书.pdf", PDF), 403, "FORBIDDEN");
    }

    @Test
    void a_letter_that_is_handed_in_again_under_its_key_is_the_same_file_and_another_one_is_refused() {
        String key = Ids.next().toString();

        String first = uploaded(key, PDF, 201);
        assertThat(uploaded(key, PDF, 201)).isEqualTo(first);
        assertThat(mapper.unused(owner.accountId())).isEqualTo(1);
        assertThat(uploaded(key, Arrays.copyOf(PDF, PDF.length + 1), 422)).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(uploaded(Ids.next().toString(), PDF, 201)).isNotEqualTo(first);
    }

    private String uploaded(String key, byte[] content, int status) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "授权书.pdf";
            }
        });
        return Objects.requireNonNull(service.as(owner)
                .post()
                .uri("/api/code/files")
                .header("Idempotency-Key", key)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
