package cn.zhengqi.policy.desk;

/**
 * How many rows a list of the console has when it is narrowed like this.
 *
 * @param list that shows them
 * @param which of it
 */
public record DeskFigure(DeskList list, Which which, long count) {

    /** The lists of the console that work waits in. */
    public enum DeskList {
        DECLARATIONS,
        REDEMPTIONS,
        OBJECTIONS,
        BATCHES,
        RETURNS,
        DRAFTS,
        PROJECTS,
        REDEMPTION_PROJECTS
    }

    /** What is counted of a list. */
    public enum Which {
        /** Somebody has to act, and the reader can. */
        WAITING,
        /** Told of by the reader's own institution; somebody else has to confirm it. */
        TOLD,
        /** Approved, and in no batch yet. */
        TO_PAY,
        /** Approved, and does not fit any more: somebody decides before it is paid. */
        TO_DECIDE,
        /** The bank did not take the payment, or gave it back: it waits for another account. */
        ACCOUNT_WANTED,
        /** Approved batches that the treasury does not have yet. */
        TO_SEND,
        /** Batches that the treasury has and has not answered. */
        TO_SETTLE,
        OVERDUE,
        DUE_TODAY,
        DUE_SOON,
        /** Projects whose window is open and soon over. */
        CLOSING;

        static Which of(DueIn due) {
            return switch (due) {
                case OVERDUE -> OVERDUE;
                case TODAY -> DUE_TODAY;
                case SOON -> DUE_SOON;
            };
        }
    }

    public static DeskFigure due(DeskList list, DueIn due, long count) {
        return new DeskFigure(list, Which.of(due), count);
    }
}
