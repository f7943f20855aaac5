package cn.zhengqi.finance.courts;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connection to a government data platform; absent: there is none, and the report says so.
 *
 * @param platform the one that the district has an agreement with
 */
@ConfigurationProperties("zhengqi.courts")
record CourtsProperties(@Nullable Platform platform) {

    /**
     * @param address under which the interfaces lie
     * @param headers what its four headers begin with: gjzwfwpt (国家政务服务平台) or gjgxjhpt (国家数据共享交换平台)
     * @param rid 请求者标识 that the platform gave to the district
     * @param secret with which requests are signed
     * @param directory the interfaces that were granted; of the others the report says that they are not connected
     */
    record Platform(
            URI address,
            @DefaultValue("gjzwfwpt") String headers,
            String rid,
            String secret,
            Map<RecordKind, Directory> directory) {

        Platform {
            if (rid.isBlank() || secret.isBlank() || !headers.matches("[a-z]{4,16}")) {
                throw new IllegalArgumentException(
                        "zhengqi.courts.platform needs a rid, a secret and what its headers begin with");
            }
            if (directory.isEmpty()) {
                throw new IllegalArgumentException("zhengqi.courts.platform.directory names no interface");
            }
            directory = Map.copyOf(directory);
        }

        @Override
        public String toString() {
            return "Platform[" + address + ", " + rid + ", " + directory.keySet() + "]";
        }
    }

    /**
     * One interface.
     *
     * @param sid 服务标识
     * @param path after the address
     * @param uscc what the parameter with the 统一社会信用代码 is called
     * @param rows where the records lie in {@code data}, as a JSON pointer; empty: {@code data} is the list
     * @param names what members are called where a platform calls them otherwise than the source's own publication
     */
    record Directory(
            String sid,
            String path,
            @DefaultValue("tyshxydm") String uscc,
            @DefaultValue("") String rows,
            @DefaultValue Map<Member, String> names) {

        Directory {
            if (sid.isBlank() || !path.startsWith("/")) {
                throw new IllegalArgumentException("zhengqi.courts.platform.directory: each has a sid and a path");
            }
            names = Map.copyOf(names);
        }
    }

    /** What is taken over of a record. */
    enum Member {
        NUMBER,
        AUTHORITY,
        MATTER,
        STATE,
        DAY,
        AMOUNT,
        COUNT,
        /** 移出日期 of 经营异常. */
        REMOVED
    }
}
