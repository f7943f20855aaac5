package cn.zhengqi.bad.controller;

public class Thing {}
