package cn.zhengqi.files;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo data of the district. Its times end on an anchor day; reading moves them by whole days so that the anchor day becomes today, or
 * the last working day, or the charts of the last thirty days would be empty a month after the data was made. Wherever they
 * then lie, they are put into office hours. Dates of foundation and the like are not moved.
 */
public final class DemoFiles {

    /** Decimals keep their digits, for they become facts of profiles. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DemoFiles() {}

    /** Accounts in the order in which they were opened, times moved. */
    public static List<DemoAccount> accounts(Instant now) {
        return lines("accounts.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cell -> new DemoAccount(
                        UUID.fromString(cell[0]),
                        cell[1],
                        cell[2],
                        cell[3],
                        cell[4],
                        cell[5],
                        emptyToNull(cell[6]),
                        emptyToNull(cell[7]),
                        cell[8],
                        move(cell[9], now),
                        cell[10]))
                .toList();
    }

    public static List<DemoEnterprise> enterprises() {
        return lines("enterprises.jsonl").stream()
                .map(line -> JSON.readValue(line, DemoEnterprise.class))
                .toList();
    }

    /** Branches of banks of the demo, one JSON object a line: {@code id, code, name, parent}; none where the district has not made any up. */
    public static List<String> branches() {
        return linesIfAny("branches.jsonl");
    }

    /** Projects under which is declared, one JSON object a line; none where the district has not made any up. */
    public static List<String> projects() {
        return linesIfAny("projects.jsonl");
    }

    /** Projects under which is paid, one JSON object a line; none where the district has not made any up. */
    public static List<String> redemptions() {
        return linesIfAny("redemptions.jsonl");
    }

    /** Articles on finance, one JSON object a line; none where the district has not made any up. */
    public static List<String> articles() {
        return linesIfAny("articles.jsonl");
    }

    /** Activities with who signed up, one JSON object a line; none where the district has not made any up. */
    public static List<String> activities() {
        return linesIfAny("activities.jsonl");
    }

    /** Financing demands with what banks did with them, one JSON object a line; none where the district has not made any up. */
    public static List<String> demands() {
        return linesIfAny("demands.jsonl");
    }

    /** Visits to small firms with what came of them, one JSON object a line; none where the district has not made any up. */
    public static List<String> coordination() {
        return linesIfAny("coordination.jsonl");
    }

    /** What enterprises say of how they were served, one JSON object a line; none where the district has not made any up. */
    public static List<String> evaluations() {
        return linesIfAny("evaluations.jsonl");
    }

    /** Where officers scan codes. */
    public static List<String> places() {
        return lines("places.txt");
    }

    /** The time in a demo file as it is for someone who loads it now: in office hours, and never later than now. */
    public static Instant move(String time, Instant now) {
        Instant moved =
                OfficeHours.squeeze(OffsetDateTime.parse(time).toInstant().plus(shift(now)));
        return moved.isAfter(now) ? now : moved;
    }

    /** Whole days from the anchor day to the last working day in the district. */
    private static Duration shift(Instant now) {
        return Duration.ofDays(OfficeHours.lastDay(now).toEpochDay() - anchor().toEpochDay());
    }

    private static LocalDate anchor() {
        return LocalDate.parse(lines("anchor.txt").getFirst());
    }

    private static List<String> lines(String name) {
        return Resources.lines(Resources.district("demo/" + name)
                .orElseThrow(() -> new IllegalStateException("the district has no demo data: " + name)));
    }

    private static List<String> linesIfAny(String name) {
        return Resources.district("demo/" + name).map(Resources::lines).orElse(List.of());
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
