package cn.zhengqi.message.inbox;

import java.util.UUID;

/**
 * Work on a case, such as a claim or an application.
 *
 * @param version of the case, which orders being asked and being done: news of them may come in any order
 */
public record Task(UUID caseId, long version) {

    /** Later than whatever was asked: nobody works on it again. */
    public static Task overForGood(UUID caseId) {
        return new Task(caseId, Long.MAX_VALUE);
    }
}
