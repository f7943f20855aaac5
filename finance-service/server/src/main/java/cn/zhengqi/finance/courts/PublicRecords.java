package cn.zhengqi.finance.courts;

/** Port to who knows what is on record of enterprises. */
public interface PublicRecords {

    RecordSource source();

    /**
     * @param demo of an enterprise of the demo, which exists nowhere else: who knows real ones is not asked about it, nor a simulator about a real one
     */
    boolean answers(RecordKind kind, boolean demo);

    /**
     * Asked once; nothing is kept back for a second try.
     *
     * @throws RecordsUnavailable when there is no answer that can be read; never taken for one that nothing is on record
     */
    OnRecord of(RecordKind kind, String uscc, String name);

    /** Why there is no answer; for the log, not for readers. */
    final class RecordsUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RecordsUnavailable(String why) {
            super(why);
        }
    }
}
