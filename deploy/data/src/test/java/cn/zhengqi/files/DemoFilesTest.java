package cn.zhengqi.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Uscc;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFilesTest {

    private static final Instant NOW = Instant.parse("2027-03-01T04:00:00Z");

    @Test
    void the_last_account_of_the_demo_was_opened_today() {
        Instant last = DemoFiles.accounts(NOW).getLast().createdAt();

        assertThat(last).isBetween(Instant.parse("2027-02-28T16:00:00Z"), NOW);
    }

    @Test
    void no_time_of_the_demo_lies_in_the_future() {
        Instant shortlyAfterMidnight = Instant.parse("2027-02-28T16:01:00Z");

        assertThat(DemoFiles.accounts(shortlyAfterMidnight))
                .allMatch(account -> !account.createdAt().isAfter(shortlyAfterMidnight));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-01T04:00:00Z",
                "2027-02-27T15:00:00Z",
                "2027-02-28T16:01:00Z",
                "2027-03-02T01:20:00Z",
                "2026-10-04T06:00:00Z"
            })
    void everybody_works_in_office_hours_whenever_the_demo_is_loaded(Instant now) {
        Pattern times = Pattern.compile("\"(?:registeredAt|claimedAt|issuedAt|submittedAt)\":\"([^\"]+)\"");

        assertThat(DemoFiles.accounts(now)).allMatch(account -> OfficeHours.isOpen(account.createdAt()));
        assertThat(DemoFiles.enterprises())
                .flatMap(line -> times.matcher(line)
                        .results()
                        .map(it -> DemoFiles.move(it.group(1), now))
                        .toList())
                .hasSize(300 + 2 * 140 + 12)
                .allMatch(OfficeHours::isOpen)
                .noneMatch(time -> time.isAfter(now));
    }

    @Test
    void what_came_first_in_the_demo_still_does() {
        Pattern times = Pattern.compile("\"claimedAt\":\"([^\"]+)\",\"issuedAt\":\"([^\"]+)\"");

        assertThat(DemoFiles.enterprises())
                .flatMap(line -> times.matcher(line).results().toList())
                .hasSize(140)
                .allMatch(it -> DemoFiles.move(it.group(1), NOW).isBefore(DemoFiles.move(it.group(2), NOW)));
    }

    @Test
    void every_enterprise_has_a_valid_code_of_its_own_in_the_district() {
        Pattern uscc = Pattern.compile("\"uscc\":\"([^\"]+)\"");
        Set<Uscc> codes = DemoFiles.enterprises().stream()
                .map(line ->
                        uscc.matcher(line).results().findFirst().orElseThrow().group(1))
                .map(Uscc::new)
                .collect(Collectors.toSet());

        assertThat(codes).hasSize(300).allMatch(code -> code.value().startsWith("500113", 2));
    }

    /** Years are those before the anchor's, newest first. */
    @Test
    void no_enterprise_has_figures_of_a_year_before_it_was_founded_nor_paid_tax_for_longer_than_it_is_there() {
        Pattern founded = Pattern.compile("\"establishedOn\":\"(\\d{4})");
        Pattern byYear = Pattern.compile("\"(?:revenue|rdExpense)\":\\[([^]]*)]");
        Pattern ofLastYear = Pattern.compile("\"(?:netProfit|taxableIncome)\":[-\\d]");
        Pattern taxYears = Pattern.compile("\"taxYears\":([\\d.]+)");
        int anchor = 2026;

        assertThat(DemoFiles.enterprises()).allSatisfy(line -> {
            int years = anchor - Integer.parseInt(first(founded, line));
            assertThat(byYear.matcher(line).results().map(it -> it.group(1).split(",").length))
                    .allMatch(figures -> figures <= years);
            assertThat(years > 0 || !ofLastYear.matcher(line).find()).isTrue();
            assertThat(taxYears.matcher(line).results().map(it -> Double.parseDouble(it.group(1))))
                    .allMatch(paid -> paid > 0 && paid <= years + 1);
        });
    }

    private static String first(Pattern pattern, String line) {
        return pattern.matcher(line).results().findFirst().orElseThrow().group(1);
    }

    @Test
    void every_administrator_belongs_to_an_enterprise_of_the_demo() {
        String enterprises = String.join("\n", DemoFiles.enterprises());

        assertThat(DemoFiles.accounts(NOW))
                .filteredOn(account -> account.role().equals("ENTERPRISE_ADMIN"))
                .hasSize(140)
                .allMatch(account -> enterprises.contains("\"uscc\":\"" + account.enterpriseUscc() + "\""));
    }

    @Test
    void every_officer_works_for_an_institution_of_the_demo() {
        String institutions =
                String.join("\n", ReferenceFiles.institutions()) + String.join("\n", DemoFiles.branches());

        assertThat(DemoFiles.accounts(NOW))
                .filteredOn(account -> account.institutionCode() != null)
                .isNotEmpty()
                .allMatch(account -> institutions.contains("\"code\":\"" + account.institutionCode() + "\""));
    }

    @Test
    void a_bank_of_the_demo_has_two_branches_with_officers_of_their_own() {
        String institutions = String.join("\n", ReferenceFiles.institutions());
        Pattern branch = Pattern.compile("\"code\":\"([^\"]+)\".*\"parent\":\"([^\"]+)\"");

        assertThat(DemoFiles.branches()).hasSize(2).allSatisfy(line -> {
            var it = branch.matcher(line).results().findFirst().orElseThrow();
            assertThat(institutions).contains("\"code\":\"" + it.group(2) + "\"");
            assertThat(DemoFiles.accounts(NOW))
                    .filteredOn(account -> it.group(1).equals(account.institutionCode()))
                    .hasSizeGreaterThan(1)
                    .allMatch(account -> account.role().equals("BANK_OFFICER"));
        });
    }

    @Test
    void every_bank_name_of_the_loan_products_leads_to_a_bank() {
        String institutions = String.join("\n", ReferenceFiles.institutions());
        Pattern bank = Pattern.compile("\"bank\": \"([^\"]+)\"");

        assertThat(ReferenceFiles.lines("loan_products.jsonl"))
                .map(line ->
                        bank.matcher(line).results().findFirst().orElseThrow().group(1))
                .hasSize(20)
                .allMatch(name -> institutions.contains("\"" + name + "\""));
    }
}
