package cn.zhengqi.code.processing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.ProcessingDeclared;
import cn.zhengqi.kernel.processing.Retention;
import cn.zhengqi.testing.Streamed;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.io.ByteArrayInputStream;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ProcessingRegisterTest extends CodeServiceTest {

    @Autowired
    private ProcessingRegister register;

    @Autowired
    private TransactionTemplate transaction;

    private final CurrentUser operator = TestUsers.operator(CodePermissions.READ_PROCESSING);

    @BeforeEach
    void nothing_is_declared() {
        jdbc.sql("delete from processing_activity").update();
        jdbc.sql("delete from processing_declaration").update();
    }

    @Test
    void what_a_service_declares_is_listed_with_everything_that_the_law_asks_for() {
        declare(1, activity("finance.application", "审核融资申请", LegalBasis.CONTRACT, DataCategory.FINANCING));

        get(operator, "/processing")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].purpose")
                .isEqualTo("审核融资申请")
                .jsonPath("$.items[0].categories")
                .isEqualTo(List.of("融资申请信息"))
                .jsonPath("$.items[0].basisLabel")
                .isEqualTo("为订立、履行合同所必需")
                .jsonPath("$.items[0].receivers")
                .isEqualTo(List.of("受理申请的金融机构"))
                .jsonPath("$.items[0].retention")
                .isEqualTo("自提交起 5 年")
                .jsonPath("$.items[0].owner")
                .isEqualTo("融资服务");
    }

    @Test
    void a_newer_declaration_replaces_the_whole_of_the_older_one_and_never_the_other_way_round() {
        declare(2, activity("finance.application", "新的说法", LegalBasis.CONTRACT, DataCategory.FINANCING));
        declare(
                1,
                activity("finance.application", "旧的说法", LegalBasis.CONTRACT, DataCategory.FINANCING),
                activity("finance.other", "已不再处理", LegalBasis.CONSENT, DataCategory.TAX));

        get(operator, "/processing").expectBody().jsonPath("$.items[*].purpose").isEqualTo(List.of("新的说法"));
    }

    @Test
    void it_is_narrowed_by_words_category_and_basis() {
        declare(
                1,
                activity("finance.application", "审核融资申请", LegalBasis.CONTRACT, DataCategory.FINANCING),
                activity("finance.reading", "查看登记信息", LegalBasis.CONSENT, DataCategory.REGISTER));

        assertThat(total("category=REGISTER")).isEqualTo(1);
        assertThat(total("basis=CONTRACT")).isEqualTo(1);
        assertThat(total("q=登记")).isEqualTo(1);
        assertThat(total("q=融资服务")).isEqualTo(2);
        assertThat(total("category=TAX")).isZero();
        refused(get(operator, "/processing?basis=WHIM"), 400, "VALIDATION_FAILED");
    }

    @Test
    void the_file_holds_what_the_list_holds() {
        declare(1, activity("finance.application", "审核融资申请", LegalBasis.CONTRACT, DataCategory.FINANCING));

        byte[] file = get(operator, "/processing/export")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(file).isNotNull();
        List<Map<Integer, String>> rows = FastExcel.read(new ByteArrayInputStream(file))
                .sheet()
                .headRowNumber(1)
                .doReadSync();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).containsEntry(0, "审核融资申请").containsEntry(4, "自提交起 5 年");
    }

    @Test
    void a_long_register_is_taken_out_row_by_row() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            declare(
                    1,
                    IntStream.range(0, 1200)
                            .mapToObj(i -> activity(
                                    "finance.part-" + letters(i), "用途" + i, LegalBasis.CONTRACT, DataCategory.REGISTER))
                            .toArray(ProcessingActivity[]::new));
            ProcessingFilter all = new ProcessingFilter(null, null, null);
            Streamed<Processing> taken =
                    new Streamed<>(sql -> jdbc.sql(sql).query(Long.class).single());

            register.each(all, taken);

            assertThat(taken.rows()).isEqualTo(register.count(all)).isEqualTo(1200);
            assertThat(taken.hadCursor()).isTrue();
        });
    }

    @Test
    void only_those_who_may_read_it() {
        refused(get(officer, "/processing"), 403, "FORBIDDEN");
        refused(get(officer, "/processing/export"), 403, "FORBIDDEN");
    }

    /** A code has no digits. */
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                .collect(Collectors.joining());
    }

    private void declare(long version, ProcessingActivity... activities) {
        ProcessingDeclared declared = new ProcessingDeclared("finance-service", "融资服务", List.of(activities));
        register.handle(
                declared,
                new EventMetadata(
                        Ids.next(), "platform.ProcessingDeclared", declared.subject(), version, clock.instant()));
    }

    private static ProcessingActivity activity(String code, String purpose, LegalBasis basis, DataCategory category) {
        return new ProcessingActivity(
                code, purpose, List.of(category), basis, List.of("受理申请的金融机构"), Retention.of(Period.ofYears(5), "提交"));
    }

    private int total(String query) {
        return (int) get(operator, "/processing?" + query)
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("total");
    }
}
