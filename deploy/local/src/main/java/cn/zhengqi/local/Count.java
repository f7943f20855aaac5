package cn.zhengqi.local;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a step of the tests counted, as its reports say.
 *
 * @param failed includes errors; a step that failed without a failed test counts as one
 * @param atSecondTry those of the passed ones that failed first: a race that was found stays in sight
 */
record Count(int passed, int failed, int skipped, int atSecondTry) {

    static final Count NOTHING = of(0, 0, 0);
    static final Count FAILURE = of(0, 1, 0);

    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    static Count of(int passed, int failed, int skipped) {
        return new Count(passed, failed, skipped, 0);
    }

    static Count ofSurefire(String report) {
        var suite = SUITE.matcher(report)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
        int failed = number(suite, " failures=\"(\\d+)\"") + number(suite, " errors=\"(\\d+)\"");
        int skipped = number(suite, " skipped=\"(\\d+)\"");
        return new Count(
                number(suite, " tests=\"(\\d+)\"") - failed - skipped,
                failed,
                skipped,
                number(suite, " flakes=\"(\\d+)\""));
    }

    static Count ofVitest(String report) {
        return of(
                number(report, "\"numPassedTests\"\\s*:\\s*(\\d+)"),
                number(report, "\"numFailedTests\"\\s*:\\s*(\\d+)"),
                number(report, "\"numPendingTests\"\\s*:\\s*(\\d+)"));
    }

    Count andAtSecondTry(int more) {
        return new Count(passed, failed, skipped, atSecondTry + more);
    }

    Count plus(Count other) {
        return new Count(
                passed + other.passed, failed + other.failed, skipped + other.skipped, atSecondTry + other.atSecondTry);
    }

    private static int number(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    @Override
    public String toString() {
        var counted = "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
        return atSecondTry == 0 ? counted : counted + ", %d of the passed at the second try".formatted(atSecondTry);
    }
}
