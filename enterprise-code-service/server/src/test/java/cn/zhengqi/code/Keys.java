package cn.zhengqi.code;

/** Secrets for tests. */
public final class Keys {

    public static final String DATA_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public static final String OTHER_DATA_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private Keys() {}
}
