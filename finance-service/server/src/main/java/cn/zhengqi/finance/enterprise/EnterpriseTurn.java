package cn.zhengqi.finance.enterprise;

/** Those who apply for one enterprise and those who grant to it go one after the other. */
public final class EnterpriseTurn {

    /**
     * Takes the turn of {@code enterpriseId} until the end of the transaction. Whatever the condition says, the row that conflicts is locked, also one that was committed
     * since the statement began.
     */
    public static final String TAKE = """
            insert into enterprise_turn (enterprise_id) values (#{enterpriseId})
            on conflict (enterprise_id) do update set enterprise_id = excluded.enterprise_id where false
            """;

    private EnterpriseTurn() {}
}
