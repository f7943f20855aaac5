package cn.zhengqi.matching.standing;

import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.Evaluation;
import java.util.Arrays;

/** How one enterprise stands under each rule, two bytes a rule at the rule's place: what came out, and 匹配度. */
final class Cells {

    static final int BYTES = 2;

    /** Part of what came out: the enterprise holds what the rule grants. */
    static final int HELD = 8;

    private static final int OUTCOME = 7;

    private Cells() {}

    /** What stands for an outcome; 0 stands for a rule under which nobody was judged. */
    static int code(MatchOutcome outcome) {
        return switch (outcome) {
            case INELIGIBLE -> 1;
            case UNKNOWN -> 2;
            case NEARLY -> 3;
            case ELIGIBLE -> 4;
        };
    }

    /** @throws IllegalArgumentException for that of a rule under which nobody was judged */
    static MatchOutcome outcome(int code) {
        return Arrays.stream(MatchOutcome.values())
                .filter(outcome -> code(outcome) == (code & OUTCOME))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No outcome is " + code));
    }

    /** As if nobody had been judged by the rule at that place. */
    static void clear(byte[] cells, int place) {
        Arrays.fill(cells, place * BYTES, (place + 1) * BYTES, (byte) 0);
    }

    /** Writes what an evaluation says of one of its rules. */
    static void put(byte[] cells, int place, Evaluation evaluation, int rule) {
        int code = code(evaluation.outcome(rule)) | (evaluation.alreadyHeld(rule) ? HELD : 0);
        cells[place * BYTES] = (byte) code;
        cells[place * BYTES + 1] = (byte) evaluation.degree(rule);
    }
}
