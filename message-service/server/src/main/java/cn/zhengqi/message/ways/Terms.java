package cn.zhengqi.message.ways;

/**
 * What its receiver may decide of a notice.
 *
 * @param code of its kind, under which a choice is kept
 * @param fixed nobody may decline it
 * @param urgent it goes in quiet hours too
 * @param digestible it may be told once a day with others
 */
public record Terms(String code, boolean fixed, boolean urgent, boolean digestible) {

    /** What operators write (MSG-01): fixed where everybody has to know it. */
    public static final String NOTIFICATIONS = "notification";

    /** For what somebody asked for just now. */
    public static final Terms AT_ONCE = new Terms("at-once", true, true, false);
}
