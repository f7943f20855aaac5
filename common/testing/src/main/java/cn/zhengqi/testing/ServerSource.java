package cn.zhengqi.testing;

/** Where test servers come from. */
interface ServerSource {

    String description();

    PostgresAddress startPostgres();

    /** @return {@code redis://:password@host:port} */
    String startRedis();

    /** @return {@code host:port} of a name server with one broker */
    String startRocketMq();

    /** @param url without database, {@code jdbc:postgresql://host:port/} */
    record PostgresAddress(String url, String superuser, String password) {}
}
