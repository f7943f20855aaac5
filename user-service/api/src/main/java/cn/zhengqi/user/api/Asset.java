package cn.zhengqi.user.api;

/** @param kind as 不动产, 机器设备, 知识产权 */
public record Asset(String kind, String description) {}
