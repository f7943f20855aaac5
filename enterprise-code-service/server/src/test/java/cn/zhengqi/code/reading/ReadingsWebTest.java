package cn.zhengqi.code.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.api.DeclarationViewed;
import cn.zhengqi.policy.api.RedemptionViewed;
import cn.zhengqi.user.api.EnterpriseRecord;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReadingsWebTest extends CodeServiceTest {

    @Autowired
    private EventHandler<LoanApplicationViewed> handler;

    @Autowired
    private EventHandler<DeclarationViewed> opened;

    @Autowired
    private EventHandler<RedemptionViewed> redeemed;

    @Test
    void scans_and_readings_on_applications_are_one_record_the_newest_first() {
        EnterpriseRecord enterprise = holder("BASIC", "ASSET");
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
        clock.forward(Duration.ofSeconds(5));
        UUID application = Ids.next();
        hear(viewed(Ids.next(), application, enterprise.id(), "赵行长"));

        get(memberOf(enterprise.id()), "/my/readings")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].readerName")
                .isEqualTo("赵行长")
                .jsonPath("$.items[0].institutionName")
                .isEqualTo("测试银行")
                .jsonPath("$.items[0].purpose")
                .isEqualTo("审核融资申请")
                .jsonPath("$.items[0].sourceId")
                .isEqualTo(application.toString())
                .jsonPath("$.items[0].applicationNumber")
                .isEqualTo("RZ20261101000001")
                .jsonPath("$.items[0].categories")
                .isEqualTo(List.of("BASIC"))
                .jsonPath("$.items[1].source")
                .isEqualTo("SCAN")
                .jsonPath("$.items[1].place")
                .isEqualTo("政务服务大厅")
                .jsonPath("$.items[1].categories")
                .isEqualTo(List.of("BASIC", "ASSET"));
    }

    @Test
    void a_reading_that_is_told_twice_is_one() {
        UUID enterprise = Ids.next();
        LoanApplicationViewed viewed = viewed(Ids.next(), Ids.next(), enterprise, "赵行长");

        hear(viewed);
        hear(viewed);

        assertThat(total(enterprise, "")).isEqualTo(1);
    }

    @Test
    void each_opening_of_a_file_of_an_application_is_in_it_by_its_name_also_where_another_has_the_same() {
        UUID enterprise = Ids.next();
        LoanApplicationViewed opened = file(enterprise, Ids.next(), Ids.next(), "image.jpg");
        hear(opened);
        hear(opened);
        assertThat(total(enterprise, "source=APPLICATION"))
                .as("the same reading twice")
                .isEqualTo(1);
        hear(file(enterprise, opened.applicationId(), opened.readerId(), "image.jpg"));

        get(memberOf(enterprise), "/my/readings?source=APPLICATION")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].document")
                .isEqualTo("image.jpg")
                .jsonPath("$.items[0].purpose")
                .isEqualTo("审核融资申请");
    }

    @Test
    void what_a_department_opened_of_a_declaration_is_in_it_and_a_page_that_reads_itself_anew_is_one_look() {
        UUID enterprise = Ids.next();
        DeclarationViewed form = declaration(enterprise, Ids.next(), "申报表");
        open(form);
        clock.forward(Duration.ofMinutes(5));
        open(again(form, form.readerId()));
        open(again(form, Ids.next()));
        open(declaration(enterprise, form.readerId(), "审计报告.pdf"));
        assertThat(total(enterprise, "source=DECLARATION"))
                .as("the form by two, and a file")
                .isEqualTo(3);
        clock.forward(Duration.ofMinutes(6));
        open(again(form, form.readerId()));

        get(memberOf(enterprise), "/my/readings?source=DECLARATION")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(4)
                .jsonPath("$.items[0].document")
                .isEqualTo("申报表")
                .jsonPath("$.items[0].purpose")
                .isEqualTo("审核政策申报")
                .jsonPath("$.items[0].readerName")
                .isEqualTo("郑主任")
                .jsonPath("$.items[0].institutionName")
                .isEqualTo("测试委员会")
                .jsonPath("$.items[0].sourceId")
                .isEqualTo(form.declarationId().toString())
                .jsonPath("$.items[0].applicationNumber")
                .isEqualTo("SB20261101000001");
        assertThat(total(Ids.next(), "source=DECLARATION")).isZero();
        assertThat(exported(enterprise, "q=SB20261101").getLast())
                .containsEntry(3, "审核政策申报")
                .containsEntry(4, "政策申报")
                .containsEntry(7, "申报表");
    }

    @Test
    void what_a_department_opened_of_an_application_for_redemption_is_in_it() {
        UUID enterprise = Ids.next();
        RedemptionViewed viewed = new RedemptionViewed(
                Ids.next(),
                Ids.next(),
                "DF20261101000001",
                enterprise,
                Ids.next(),
                "郑主任",
                Ids.next(),
                "测试委员会",
                "兑付申请",
                clock.instant());
        redeemed.handle(
                viewed, new EventMetadata(Ids.next(), "policy.RedemptionViewed", viewed.subject(), 0, viewed.at()));

        get(memberOf(enterprise), "/my/readings?source=REDEMPTION")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].purpose")
                .isEqualTo("审核政策兑现")
                .jsonPath("$.items[0].sourceId")
                .isEqualTo(viewed.applicationId().toString())
                .jsonPath("$.items[0].applicationNumber")
                .isEqualTo("DF20261101000001");
        assertThat(total(enterprise, "source=DECLARATION")).isZero();
    }

    @Test
    void another_enterprise_reads_nothing_of_it() {
        hear(viewed(Ids.next(), Ids.next(), Ids.next(), "赵行长"));

        assertThat(total(Ids.next(), "")).isZero();
    }

    @Test
    void it_is_narrowed_by_source_category_day_and_words_and_sorted_by_institution() {
        EnterpriseRecord enterprise = holder("BASIC", "ASSET");
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
        hear(viewed(Ids.next(), Ids.next(), enterprise.id(), "赵行长"));
        String today = BusinessTime.today(clock).toString();

        assertThat(total(enterprise.id(), "source=SCAN")).isEqualTo(1);
        assertThat(total(enterprise.id(), "category=ASSET")).isEqualTo(1);
        assertThat(total(enterprise.id(), "category=LEGAL")).isZero();
        assertThat(total(enterprise.id(), "q=赵行")).isEqualTo(1);
        assertThat(total(enterprise.id(), "q=RZ20261101")).isEqualTo(1);
        assertThat(total(enterprise.id(), "q=%25"))
                .as("a wildcard is a character")
                .isZero();
        assertThat(total(enterprise.id(), "from=" + today + "&to=" + today)).isEqualTo(2);
        assertThat(total(enterprise.id(), "from=" + BusinessTime.today(clock).plusDays(1)))
                .isZero();
        get(memberOf(enterprise.id()), "/my/readings?sort=institutionName,asc")
                .expectBody()
                .jsonPath("$.items[*].institutionName")
                .isEqualTo(List.of("测试委员会", "测试银行"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=readerId", "from=2026-02-02&to=2026-02-01", "source=TELEPATHY", "category=SECRETS"})
    void an_impossible_question_is_refused(String query) {
        refused(get(memberOf(Ids.next()), "/my/readings?" + query), 400, "VALIDATION_FAILED");
    }

    @Test
    void the_file_holds_what_the_list_holds() {
        UUID enterprise = Ids.next();
        hear(viewed(Ids.next(), Ids.next(), enterprise, "赵行长"));
        hear(viewed(Ids.next(), Ids.next(), enterprise, "钱经理"));

        List<Map<Integer, String>> rows = exported(enterprise, "q=钱经理");

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().get(0)).as("who took it out").startsWith("导出人：测试企业管理员");
        assertThat(rows.get(1)).containsEntry(1, "查看人").containsEntry(7, "查看的信息");
        assertThat(rows.get(2))
                .containsEntry(1, "钱经理")
                .containsEntry(5, "RZ20261101000001")
                .containsEntry(7, "基本信息");
        assertThat(exported(Ids.next(), "")).as("only its heading").hasSize(2);
    }

    @Test
    void what_a_bank_read_of_a_demand_is_told_as_of_a_demand() {
        UUID enterprise = Ids.next();
        hear(viewed(Ids.next(), Ids.next(), enterprise, "赵行长", "XQ20261101000001"));

        get(memberOf(enterprise), "/my/readings")
                .expectBody()
                .jsonPath("$.items[0].purpose")
                .isEqualTo("对接融资需求");
        assertThat(exported(enterprise, "").get(2)).containsEntry(3, "对接融资需求").containsEntry(4, "融资需求");
    }

    @Test
    void a_contact_that_a_department_had_shown_plainly_is_in_it_each_time_with_the_reason() {
        UUID enterprise = Ids.next();
        DeclarationViewed form = declaration(enterprise, Ids.next(), "申报表");
        open(form);
        open(revealed(form));
        open(revealed(form));

        assertThat(total(enterprise, "source=DECLARATION"))
                .as("the form once, the phone twice")
                .isEqualTo(3);
        get(memberOf(enterprise), "/my/readings?source=DECLARATION")
                .expectBody()
                .jsonPath("$.items[?(@.revealed == '联系电话')].purpose")
                .isEqualTo(List.of("核对现场核查时间", "核对现场核查时间"));
    }

    private DeclarationViewed revealed(DeclarationViewed it) {
        return new DeclarationViewed(
                Ids.next(),
                it.declarationId(),
                it.number(),
                it.enterpriseId(),
                it.readerId(),
                it.readerName(),
                it.institutionId(),
                it.institutionName(),
                it.document(),
                "联系电话",
                "核对现场核查时间",
                clock.instant());
    }

    private void open(DeclarationViewed viewed) {
        opened.handle(
                viewed, new EventMetadata(Ids.next(), "policy.DeclarationViewed", viewed.subject(), 0, viewed.at()));
    }

    private DeclarationViewed declaration(UUID enterprise, UUID reader, String document) {
        return new DeclarationViewed(
                Ids.next(),
                Ids.next(),
                "SB20261101000001",
                enterprise,
                reader,
                "郑主任",
                Ids.next(),
                "测试委员会",
                document,
                null,
                null,
                clock.instant());
    }

    private DeclarationViewed again(DeclarationViewed it, UUID reader) {
        return new DeclarationViewed(
                Ids.next(),
                it.declarationId(),
                it.number(),
                it.enterpriseId(),
                reader,
                it.readerName(),
                it.institutionId(),
                it.institutionName(),
                it.document(),
                it.revealed(),
                it.reason(),
                clock.instant());
    }

    private void hear(LoanApplicationViewed viewed) {
        handler.handle(
                viewed,
                new EventMetadata(Ids.next(), "finance.LoanApplicationViewed", viewed.subject(), 0, viewed.at()));
    }

    private LoanApplicationViewed file(UUID enterprise, UUID application, UUID reader, String name) {
        return new LoanApplicationViewed(
                Ids.next(),
                application,
                "RZ20261101000001",
                enterprise,
                reader,
                "赵行长",
                Ids.next(),
                "测试银行",
                List.of(),
                null,
                null,
                name,
                clock.instant());
    }

    private LoanApplicationViewed viewed(UUID id, UUID application, UUID enterprise, String reader) {
        return viewed(id, application, enterprise, reader, "RZ20261101000001");
    }

    private LoanApplicationViewed viewed(UUID id, UUID application, UUID enterprise, String reader, String number) {
        Instant now = clock.instant();
        return new LoanApplicationViewed(
                id,
                application,
                number,
                enterprise,
                Ids.next(),
                reader,
                Ids.next(),
                "测试银行",
                List.of(ConsentCategory.BASIC),
                null,
                null,
                null,
                now);
    }

    private int total(UUID enterprise, String query) {
        return (int) get(memberOf(enterprise), "/my/readings?" + query)
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("total");
    }

    private List<Map<Integer, String>> exported(UUID enterprise, String query) {
        byte[] file = get(memberOf(enterprise), "/my/readings/export?" + query)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(file).isNotNull();
        return FastExcel.read(new ByteArrayInputStream(file))
                .sheet()
                .headRowNumber(0)
                .doReadSync();
    }
}
