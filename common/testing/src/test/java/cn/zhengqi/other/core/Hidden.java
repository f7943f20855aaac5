package cn.zhengqi.other.core;

public class Hidden {}
