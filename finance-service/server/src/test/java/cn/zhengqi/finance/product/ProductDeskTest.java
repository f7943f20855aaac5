package cn.zhengqi.finance.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.api.OfficeDecidedOnProduct;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;

/** Products as visitors read them, and what banks and the finance office do with them. */
class ProductDeskTest extends FinanceServiceTest {

    private static final String PRODUCTS = "/api/finance/products";
    private static final String DESK = "/api/finance/manage/products";

    @BeforeEach
    @AfterEach
    void nothing_is_pinned() {
        jdbc.sql("update loan_product set pin_slot = null").update();
    }

    @Test
    void visitors_find_products_by_type_guarantee_bank_and_words() {
        assertThat(found("bankId=" + bank.id())).containsExactly(product.code());
        assertThat(found("bankId=" + bank.id() + "&productType=税贷&guarantee=信用"))
                .containsExactly(product.code());
        assertThat(found("bankId=" + bank.id() + "&productType=抵押贷款")).isEmpty();
        assertThat(found("q=" + product.code())).containsExactly(product.code());
        assertThat(found("q=%25")).as("a wildcard is a character").isEmpty();
    }

    @Test
    void the_list_says_by_what_it_can_be_narrowed() {
        LoanProductPage page = page("size=1");

        assertThat(page.facets().productTypes())
                .extracting(LoanProductPage.Facet::value)
                .contains("信用贷款", "税贷", "抵押贷款");
        assertThat(page.facets().banks()).anySatisfy(it -> {
            assertThat(it.value()).isEqualTo(bank.id().toString());
            assertThat(it.label()).isEqualTo(bank.name());
            assertThat(it.count()).isEqualTo(1);
        });
    }

    @Test
    void what_can_be_chosen_is_counted_under_the_words_and_the_other_choices() {
        assertThat(page("q=没有这样的产品").facets()).isEqualTo(new LoanProductPage.Facets(List.of(), List.of(), List.of()));

        LoanProductPage.Facets own = page("bankId=" + bank.id()).facets();
        assertThat(own.productTypes()).allSatisfy(it -> assertThat(it.count()).isEqualTo(1));
        assertThat(own.banks()).as("the other banks can still be chosen").hasSizeGreaterThan(1);
        assertThat(page("bankId=" + bank.id() + "&productType=抵押贷款").facets().guarantees())
                .isEmpty();
    }

    @Test
    void remarks_make_no_new_words_to_choose() {
        LoanProductPage.Facets facets = page("size=1").facets();

        assertThat(facets.guarantees())
                .extracting(LoanProductPage.Facet::value)
                .contains("信用", "其他")
                .noneMatch(value -> value.matches(".*[+(（].*"));
        assertThat(facets.productTypes())
                .extracting(LoanProductPage.Facet::value)
                .contains("科创贷款")
                .doesNotContain("科创");
        assertThat(found("guarantee=信用&size=100")).contains("L08", "L09");
    }

    @Test
    void a_product_page_names_the_lender_and_the_source_of_each_parameter() {
        client.anonymous()
                .get()
                .uri(PRODUCTS + "/L03")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.bankName")
                .isEqualTo("中国工商银行重庆市分行")
                .jsonPath("$.publishedBy")
                .isEqualTo("中国工商银行")
                .jsonPath("$.verified")
                .isEqualTo(false)
                .jsonPath("$.criteria[0].text")
                .isEqualTo("企业成立满2年")
                .jsonPath("$.criteria[4].certain")
                .isEqualTo(false);
    }

    @Test
    void an_id_and_a_code_lead_to_the_same_product_and_others_nowhere() {
        for (String name : List.of(product.code(), product.id().toString())) {
            client.anonymous()
                    .get()
                    .uri(PRODUCTS + "/" + name)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.id")
                    .isEqualTo(product.id().toString());
        }
        client.anonymous()
                .get()
                .uri(PRODUCTS + "/L99")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.anonymous()
                .get()
                .uri(PRODUCTS + "/" + Ids.next())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource({"sort=secret, sort", "'sort=code,up', sort", "bankId=7, bankId", "size=0, size"})
    void an_impossible_question_is_refused_with_its_field(String query, String field) {
        client.anonymous()
                .get()
                .uri(PRODUCTS + "?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void at_most_three_products_are_pinned() {
        List<LoanProduct> four =
                Stream.generate(() -> aProductOf(bank)).limit(4).toList();
        four.subList(0, 3)
                .forEach(it ->
                        assertThat(desk(financeOffice, it, "pin", 0).status()).isEqualTo(204));

        assertThat(desk(financeOffice, four.get(3), "pin", 0).code()).isEqualTo("PIN_LIMIT_REACHED");
        assertThat(pinned())
                .containsExactlyElementsOf(
                        four.subList(0, 3).stream().map(LoanProduct::id).toList());

        assertThat(desk(financeOffice, four.get(1), "unpin", 1).status()).isEqualTo(204);
        assertThat(desk(financeOffice, four.get(3), "pin", 0).status()).isEqualTo(204);
        assertThat(pinned())
                .hasSize(3)
                .contains(four.get(3).id())
                .doesNotContain(four.get(1).id());
    }

    @Test
    void many_pins_at_the_same_moment_are_three_at_most() throws Exception {
        List<Callable<Answer>> pins = Stream.generate(() -> aProductOf(bank))
                .limit(8)
                .<Callable<Answer>>map(it -> () -> desk(financeOffice, it, "pin", 0))
                .toList();

        List<Answer> answers = atOnce(pins);

        assertThat(answers).extracting(Answer::status).containsOnly(204, 409);
        assertThat(pinned()).hasSizeBetween(1, 3);
    }

    @Test
    void a_suspended_product_is_not_listed_but_can_be_read_and_comes_back() {
        assertThat(desk(officer, product, "suspend", 0).status()).isEqualTo(204);
        assertThat(found("bankId=" + bank.id())).isEmpty();
        client.anonymous()
                .get()
                .uri(PRODUCTS + "/" + product.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUSPENDED");

        assertThat(desk(financeOffice, product, "resume", 1).status()).isEqualTo(204);
        assertThat(found("bankId=" + bank.id())).containsExactly(product.code());
        assertThat(eventsOf(product.id()))
                .as("what its bank suspended itself the bank is not told, but who put it back")
                .containsExactly(
                        "finance.LoanProductPublished",
                        "finance.LoanProductSuspended",
                        "finance.LoanProductPublished",
                        "finance.OfficeDecidedOnProduct");
    }

    @Test
    void its_bank_is_told_by_whom_and_why_the_finance_office_took_a_product_off_sale_and_the_home_page() {
        jdbc.sql("update loan_product set pin_slot = null where pin_slot = 3").update();
        jdbc.sql("update loan_product set pin_slot = 3 where id = ?")
                .param(product.id())
                .update();

        assertThat(desk(financeOffice, product, "suspend", 0).status()).isEqualTo(204);

        OfficeDecidedOnProduct told = Json.MAPPER.readValue(
                jdbc.sql("select data from outbox where subject = ? and type = 'finance.OfficeDecidedOnProduct'")
                        .param(product.id())
                        .query(String.class)
                        .single(),
                OfficeDecidedOnProduct.class);
        assertThat(told.bankId()).isEqualTo(bank.id());
        assertThat(told.byName()).isEqualTo(financeOffice.name());
        assertThat(told.reason()).isEqualTo("利率与公示不符");
        assertThat(told.suspended()).isTrue();
        assertThat(told.onSale()).isFalse();
        assertThat(told.fromHomePage()).isTrue();
    }

    @Test
    void what_the_finance_office_suspended_its_bank_cannot_lift_and_reads_by_whom_and_why() {
        assertThat(desk(financeOffice, product, "suspend", 0).status()).isEqualTo(204);

        Answer lifted = desk(officer, product, "resume", 1);
        assertThat(lifted.status()).isEqualTo(403);
        assertThat(lifted.code()).isEqualTo("SUSPENDED_BY_FINANCE_OFFICE");
        assertThat(items(get(officer, DESK))).singleElement().satisfies(it -> {
            assertThat(it).containsEntry("status", "SUSPENDED");
            assertThat(it.get("suspension"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("by", "FINANCE_OFFICE")
                    .containsEntry("reason", "利率与公示不符")
                    .containsKey("at");
        });

        assertThat(desk(financeOffice, product, "resume", 1).status()).isEqualTo(204);
        assertThat(items(get(officer, DESK)))
                .singleElement()
                .satisfies(it -> assertThat(it).doesNotContainKey("suspension"));
    }

    @Test
    void what_its_bank_suspended_first_the_finance_office_keeps_off_sale_and_both_are_shown() {
        desk(officer, product, "suspend", 0);
        assertThat(desk(financeOffice, product, "suspend", 1).status()).isEqualTo(204);
        assertThat(items(get(officer, DESK))).singleElement().satisfies(it -> {
            assertThat(it.get("suspension"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("by", "FINANCE_OFFICE");
            assertThat(it.get("bankSuspension"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("by", "BANK")
                    .containsEntry("reason", "利率与公示不符");
        });

        assertThat(desk(officer, product, "resume", 2).status()).isEqualTo(204);
        assertThat(found("bankId=" + bank.id())).isEmpty();
        assertThat(desk(officer, product, "resume", 3).code()).isEqualTo("SUSPENDED_BY_FINANCE_OFFICE");

        assertThat(desk(financeOffice, product, "resume", 3).status()).isEqualTo(204);
        assertThat(found("bankId=" + bank.id())).containsExactly(product.code());
        assertThat(eventsOf(product.id()))
                .filteredOn(type -> !type.equals("finance.OfficeDecidedOnProduct"))
                .as("the others hear when it goes and when it comes back, and nothing in between")
                .containsExactly(
                        "finance.LoanProductPublished", "finance.LoanProductSuspended", "finance.LoanProductPublished");
    }

    @Test
    void what_a_bank_suspended_itself_it_puts_back_on_sale() {
        desk(officer, product, "suspend", 0);

        assertThat(desk(officer, product, "resume", 1).status()).isEqualTo(204);
    }

    @Test
    void a_product_suspended_before_anybody_had_to_say_why_may_be_put_back_by_its_bank() {
        jdbc.sql("update loan_product set status = 'SUSPENDED' where id = ?")
                .param(product.id())
                .update();

        assertThat(desk(officer, product, "resume", 0).status()).isEqualTo(204);
    }

    @Test
    void nobody_suspends_without_a_reason() {
        for (CurrentUser who : List.of(officer, financeOffice)) {
            Answer refused = post(who, DESK + "/" + product.id() + "/suspend", Map.of("version", 0, "reason", "  "));
            assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
        }
    }

    @Test
    void of_two_at_once_the_second_has_to_look_again() {
        desk(officer, product, "suspend", 0);

        assertThat(desk(financeOffice, product, "suspend", 0).code()).isEqualTo("VERSION_CONFLICT");
        assertThat(desk(officer, product, "suspend", 1).code()).isEqualTo("STATE_CONFLICT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "resume"})
    void another_banks_product_does_not_exist_for_a_bank(String action) {
        CurrentUser stranger = officerOf(aBank());

        assertThat(desk(stranger, product, action, 0).status()).isEqualTo(404);
        assertThat(items(get(stranger, DESK))).isEmpty();
        assertThat(items(get(stranger, DESK + "?bankId=" + bank.id())))
                .as("asking for another bank's does not help")
                .isEmpty();
        assertThat(items(get(officer, DESK))).extracting(it -> it.get("code")).containsExactly(product.code());
    }

    @Test
    void only_the_finance_office_pins() {
        assertThat(desk(officer, product, "pin", 0).code()).isEqualTo("FORBIDDEN");
        assertThat(desk(enterprise, product, "suspend", 0).code()).isEqualTo("FORBIDDEN");
        client.anonymous().get().uri(DESK).exchange().expectStatus().isUnauthorized();
        assertThat(pinned()).isEmpty();
    }

    private Answer desk(CurrentUser who, LoanProduct it, String action, int version) {
        return post(
                who,
                DESK + "/" + it.id() + "/" + action,
                action.equals("suspend")
                        ? Map.of("version", version, "reason", "利率与公示不符")
                        : Map.of("version", version));
    }

    private List<String> found(String query) {
        return page(query).items().stream().map(LoanProductView::code).toList();
    }

    private LoanProductPage page(String query) {
        return client.anonymous()
                .get()
                .uri(PRODUCTS + "?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(LoanProductPage.class)
                .returnResult()
                .getResponseBody();
    }

    private List<UUID> pinned() {
        LoanProductView[] views = client.anonymous()
                .get()
                .uri(PRODUCTS + "/pinned")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(LoanProductView[].class)
                .returnResult()
                .getResponseBody();
        return Stream.of(views).map(LoanProductView::id).toList();
    }

    @Test
    void a_bank_takes_out_its_own_products_whatever_it_asks_for_and_the_finance_office_all() {
        ExportedFile own =
                ExportedFile.of(client.as(officer), DESK + "/export?bankId=" + Ids.next() + "&sort=maxAmountWan,desc");
        assertThat(own.column("产品编号")).containsExactly(product.code());
        assertThat(own.head()).contains("产品名称", "金融机构", "类型", "担保方式", "最高额度（万元）", "最长期限（月）", "状态");

        assertThat(ExportedFile.of(client.as(financeOffice), DESK + "/export").column("产品编号"))
                .contains(product.code(), "L03");
        assertThat(ExportedFile.of(client.as(financeOffice), DESK + "/export?bankId=" + bank.id() + "&productType=抵押贷款")
                        .rows())
                .isEmpty();
    }

    @Test
    void the_desk_sorts_and_narrows_at_the_server_and_refuses_an_order_that_there_is_not() {
        List<BigDecimal> amounts = deskAmounts("sort=maxAmountWan,desc&size=200");
        assertThat(amounts).hasSizeGreaterThan(5).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(deskAmounts("sort=maxAmountWan,asc&size=200")).isSorted();
        for (String path : List.of(DESK, DESK + "/export")) {
            client.as(financeOffice)
                    .get()
                    .uri(path + "?sort=confidence,asc")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED");
        }
        client.as(TestUsers.ofEnterprise(Ids.next(), "finance.apply"))
                .get()
                .uri(DESK + "/export")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** Without those for which no amount was published. */
    private List<BigDecimal> deskAmounts(String query) {
        List<Map<String, Object>> items = client.as(financeOffice)
                .get()
                .uri(DESK + "?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody()
                .items();
        return items.stream()
                .filter(item -> item.get("maxAmountWan") != null)
                .map(item -> new BigDecimal(item.get("maxAmountWan").toString()))
                .toList();
    }
}
