package cn.zhengqi.code.secret;

import java.util.UUID;

/** An identity number as it lay in the table before keys had versions. */
public final class FormerData {

    public static final UUID ROW = UUID.fromString("0199a000-0000-7000-8000-000000000001");
    public static final String STORED = "v1:QC+csb6Tdbxp9XLkMfK7kmF2rELPoy7AoqnjvR6M1aw9mLuHkOqxzrnMFl3GfQ==";
    public static final String PLAIN = "500199198001012345";

    private FormerData() {}
}
