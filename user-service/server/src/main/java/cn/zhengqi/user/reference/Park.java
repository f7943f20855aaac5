package cn.zhengqi.user.reference;

/**
 * A park of the district.
 *
 * @param type code of an item of the dictionary
 */
public record Park(String code, String name, String type, String townCode) {}
