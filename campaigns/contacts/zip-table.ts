/**
 * ZIP codes of the United States: whose they are and the clocks in them.
 * Made by scripts/make-postal-places.ts, which names its sources; not to be changed by hand.
 *
 * A line is places, zones, and the prefixes whose codes are all alike, or one prefix with a colon and the rest of each
 * of its codes. A code that is not here and whose prefix has several lines may be in any of them.
 */
export const ZIP_TABLE = `
US-AK America/Anchorage 996-998
US-AL America/Chicago 350-352 354-358 361 364-367 369
US-AR America/Chicago 716 718-725 727-729
US-AZ America/Phoenix 850-852 855-857 859 863
US-CA America/Los_Angeles 900-908 910-921 923-928 930-961
US-CO America/Denver 800-810 812-816
US-CT America/New_York 060-062 064-069
US-DC America/New_York 200 202-204 569
US-DE America/New_York 197-199
US-FL America/Chicago 325
US-FL America/New_York 320-322 326-339 341-342 344 346-347 349
US-GA America/New_York 300 302-306 308-319 398-399
US-HI Pacific/Honolulu 968
US-IA America/Chicago 500-516 520-528
US-ID America/Boise 832-833 836-837
US-IL America/Chicago 600-608 610-617 620 622-623 625-629
US-IN America/Chicago 464 477
US-IN America/Indiana/Indianapolis 460-462 466-468 470 472-474
US-KS America/Chicago 660-662 664-676 679
US-KY America/Chicago 420-421 423-424
US-KY America/New_York 400 402-418
US-LA America/Chicago 700-701 703-708 710-714
US-MA America/New_York 010-027 055
US-MD America/New_York 206-212 214-219
US-ME America/New_York 039-049
US-MI America/Detroit 480-490 492-497
US-MN America/Chicago 550-551 553-567
US-MO America/Chicago 630-631 633-635 637-641 644-658
US-MS America/Chicago 386-397
US-MT America/Denver 590-591 593-597 599
US-NC America/New_York 270-289
US-ND America/Chicago 580-584 587
US-NE America/Chicago 680-681 683-689
US-NE America/Denver 693
US-NH America/New_York 030-038
US-NJ America/New_York 070-089
US-NM America/Denver 870-871 873-879 882-884
US-NV America/Los_Angeles 889 891 893 895 897
US-NY America/New_York 005 100-149
US-OH America/New_York 430-459
US-OK America/Chicago 730-731 734-738 740-741 743-749
US-OR America/Los_Angeles 970-975 977
US-PA America/New_York 150-196
US-PR America/Puerto_Rico 006-007 009
US-RI America/New_York 029
US-SC America/New_York 290-299
US-SD America/Chicago 570-574
US-SD America/Denver 577
US-TN America/Chicago 370-372 375 380-384
US-TN America/New_York 376 379
US-TX America/Chicago 733 750-770 772-792 794-797
US-TX America/Denver 799 885
US-UT America/Denver 840-844 846
US-VA America/New_York 201 220-246
US-VI America/St_Thomas 008
US-VT America/New_York 050-054 056-059
US-WA America/Los_Angeles 980-986 988-994
US-WI America/Chicago 530-532 534-535 537-549
US-WV America/New_York 247-268
US-WY America/Denver 820-831
US-RI America/New_York 028: 01-02 04 06-09 12-18 22-33 35-42 52 54 57-60 62-65 71-83 85-89 91-96 98
US-MA+US-RI America/New_York 028: 61
US-CT America/New_York 063: 20 30-36 38-40 49-51 53-55 57 59-60 65 70-80 82-89
US-NY America/New_York 063: 90
US-DC America/New_York 205: 00-11 15 20-44 46-49 51-55 57-60 65-66 70-73 75-81 85-86 90-91 93-94 97 99
US-MD America/New_York 205: 88
US-VA America/New_York 205: 98
US-GA America/New_York 301: 01-07 09-27 29 32-35 37 39-54 56-57 60-65 68-73 75-80 82-85 87-89
US-GA America/Chicago+America/New_York 301: 08 38
US-GA America/New_York 307: 01 03 05 07-08 10-11 19-22 24-26 28 30 32-36 38-42 46-47 50-53 55-57
US-GA America/Chicago+America/New_York 307: 31
US-FL America/New_York 323: 01-18 21-24 26-37 40-41 43-48 50-53 55-62 95 99
US-FL America/Chicago+America/New_York 323: 20
US-FL America/Chicago 324: 01-09 11-13 17 20-23 25-28 30-35 37-40 42-49 52 54-55 59 61-66
US-FL America/Chicago+America/New_York 324: 10 24 60
US-FL America/New_York 324: 56-57
US-AL America/Chicago 359: 01-07 50-54 56-57 59-64 66-68 71-76 78 80-81 83 86-90
US-AL America/Chicago+America/New_York 359: 58 79 84
US-AL America/Chicago 360: 03 05-06 08-10 13 15-17 20 22-43 45-49 51-54 57 61-62 64-69 71 75 78-83 87-89 91-93
US-AL America/Chicago+America/New_York 360: 72
US-AL America/Chicago 362: 01-07 10 50-51 53-58 60-68 71-80
US-AL America/Chicago+America/New_York 362: 69
US-AL America/Chicago 363: 01-05 10-14 16-23 30-31 40 43-46 49-53 60-62 70-71 74-76
US-AL America/Chicago+America/New_York 363: 73
US-AL America/Chicago 368: 01-04 30-32 49-50 53 60-61 65-66 72 79
US-AL America/Chicago+America/New_York 368: 51-52 54-56 58-59 62-63 67-71 74-75 77
US-TN America/Chicago 373: 01 05-06 13 18 24 27-28 30 34-35 39 42 45 47-49 52 55-57 59-60 65-67 74-76 78 80 82-83 87-89 94 97-98
US-TN America/New_York 373: 02-04 07-12 14-17 20-23 25-26 29 31-33 36 41 43 50-51 53-54 61-64 69-71 73 79 81 84-85 91
US-TN America/Chicago+America/New_York 373: 37-38 40 77 96
US-TN America/New_York 374: 01-04 06-12 14-16 21-22 24 50
US-TN America/Chicago+America/New_York 374: 05 19
US-TN America/New_York 377: 01 05 07-11 13-17 19 21-22 24-27 29-32 37-38 42-45 48 52-57 60 62-66 69-74 77-79
US-TN America/Chicago 377: 23
US-TN America/Chicago+America/New_York 377: 33
US-TN America/New_York 378: 01-04 06-07 09-11 13-16 18-22 24-26 28-31 40-41 43 45-49 51-53 57 60-74 76-82 85-88 90-92
US-TN America/Chicago+America/New_York 378: 54
US-TN America/Chicago 385: 01-03 05-06 41-45 47-60 62-65 67-75 77-83 85 87-89
US-TN America/Chicago+America/New_York 385: 04
US-KY America/New_York 401: 04 07-10 17-18 21-22 29 50 55 57 59-60 62 65-66 75 77
US-KY America/Chicago 401: 11 19 40 43-46 52-53 70 78
US-KY America/Chicago+America/New_York 401: 15 42 61 71 76
US-KY America/Chicago 422: 01-02 04 06-07 10-11 14-17 19-21 32 34 36 40-41 52 54 56 59 61-62 65-66 73-76 80 83 85-88
US-KY+US-TN America/Chicago 422: 23
US-KY America/New_York 425: 01-03 16 18-19 33 39 41 53 58 64 66-67
US-KY America/Chicago+America/New_York 425: 28 44 65
US-KY America/Chicago 426: 02 29 42
US-KY America/Chicago+America/New_York 426: 03
US-KY America/New_York 426: 31 33-35 38 47 49 53
US-KY America/New_York 427: 01-02 18-19 24 32 40 48 58 76
US-KY America/Chicago+America/New_York 427: 12 16 20 33 57 64 84 88
US-KY America/Chicago 427: 13 15 17 21-22 26 28-29 31 41-43 46 49 53-55 59 62 65 82
US-IN America/Chicago 463: 01-04 07-08 10-12 19-25 27 40-42 45-50 52 55-56 60-61 68 71-73 75-77 79 81-85 90-94
US-IN America/Chicago+America/Indiana/Indianapolis 463: 65-66 74 80
US-IN America/Indiana/Indianapolis 465: 01-02 04 06-08 10 14-17 24 26-28 30 36-40 42-46 50 53-56 61-63 65 67 70-73 80-82 90 95
US-IN America/Chicago+America/Indiana/Indianapolis 465: 11 13 31 52 74
US-IN America/Chicago 465: 32 34
US-IN America/Indiana/Indianapolis 469: 01-04 10-17 19-21 23 26 28-33 35-43 45-47 50-53 57-59 61-62 65 67 70-71 74-75 77-80 82 84-92 94-96 98
US-IN America/Chicago+America/Indiana/Indianapolis 469: 22 60 68
US-IN America/Indiana/Indianapolis 471: 02 04 06-08 10-12 14-20 22-26 29-36 38-47 50-51 60-67 70 72 75 77 90 99
US-IN America/Chicago+America/Indiana/Indianapolis 471: 37 74
US-IN America/Indiana/Indianapolis 475: 01 12-13 16 19 21-22 27-29 35 42 45-47 49 53 57-58 61-62 64 67-68 73 75 78 80-81 90-91 96-98
US-IN America/Chicago 475: 14-15 20 25 31 36-37 50-52 74 77 79 86 88
US-IN America/Chicago+America/Indiana/Indianapolis 475: 23-24 32 41 56 76 84-85
US-IN America/Chicago 476: 01 10-20 29-31 33-35 37-39 47-49 54 65 70 83
US-IN America/Chicago+America/Indiana/Indianapolis 476: 40 60 66
US-IN America/Indiana/Indianapolis 478: 01-05 07-09 11-12 30 32-34 36-38 40-42 45-46 48 50-60 62-66 68-72 74 76 78-82 84
US-IN America/Chicago+America/Indiana/Indianapolis 478: 31 47 49 61 75 85
US-IN America/Indiana/Indianapolis 479: 01-07 09 16 18 20-21 23-26 28-30 32-42 44 46 49-50 52 54-55 58-60 62 65-71 75 80-81 83-84 86-97
US-IN America/Chicago+America/Indiana/Indianapolis 479: 17 48 57 74 77 82
US-IN America/Chicago 479: 22 43 51 63-64 78
US-MI America/Detroit 491: 01-04 06-07 11-13 15-16 19-21 25-30
US-MI America/Chicago+America/Detroit 491: 17
US-MI America/Chicago 498: 01-02 12 15 21 31 34 47-48 52 58 63 70 73-74 76-77 81 86-87 92-93
US-MI America/Detroit 498: 05-06 08 14 16-17 19-20 22 25-27 29 33 35-41 49 53-55 61-62 64-66 68 71-72 78 80 83-85 91 94-95
US-MI America/Chicago+America/Detroit 498: 07 18 45 79 96
US-MI America/Detroit 499: 01 05 08 10 12-13 16-19 21-22 29-31 34 42 45-46 48 50 52-53 55 58 60 62-63 65 67 70-71
US-MI America/Chicago 499: 02-03 11 15 20 27 35 38 47 59 64 68-69
US-MI America/Chicago+America/Detroit 499: 25 61
US-SD America/Chicago 575: 01 20 22-23 28-29 31 33-34 36 38 40-41 44 48 55 59 62-64 66 68-72 76 79-80 84-85
US-SD America/Chicago+America/Denver 575: 21 60
US-SD America/Denver 575: 32 37 43 47 51-53 67 74 77
US-SD America/Chicago+America/Denver 576: 01
US-SD America/Denver 576: 20-23 25-26 30 33-34 36 38-42 44-45 49-52 56-61
US-SD America/Chicago 576: 31-32 46 48
US-ND America/Chicago 585: 01-07 21 23-24 28 30-32 38 40-42 44-45 49 52 54 58-61 63 65-66 68 70-73 75-77 79-81
US-ND America/Chicago+America/Denver 585: 20 35
US-ND America/Denver 585: 29 33 62 64 69
US-ND America/Denver 586: 01-02 20-23 26-27 30 32 34 36 39-47 49-56
US-ND America/Chicago+America/Denver 586: 25 38
US-ND America/Chicago 586: 31
US-ND America/Chicago 588: 01-03 30-31 33 35 43-45 47 49 52-54 56
US-ND America/Denver 588: 38
US-MT America/Denver 592: 01 11-15 17-19 22-23 25-26 30-31 40-44 47-48 50 52-63 70 73-76
US-MT+US-ND America/Denver 592: 21
US-MT America/Denver 598: 01-04 06-08 12 20-21 23-35 37 40-48 51 53-56 58-60 63-66 68 70-74
US-MT America/Denver+America/Los_Angeles 598: 67 75
US-IL America/Chicago 609: 01 10-15 17-22 24 26-36 38-42 44-46 48-64 66 68-70 73-74
US-IL America/Chicago+America/Indiana/Indianapolis 609: 67
US-IL America/Chicago 618: 01-03 10-13 15-18 20-22 24-26 30-34 39-59 62-66 70-78 80 82-84
US-IL America/Chicago+America/Indiana/Indianapolis 618: 14
US-IL America/Chicago 619: 10-14 17 19-20 24-25 28-33 36-38 40-44 49 51 53 56-57
US-IL America/Chicago+America/Indiana/Indianapolis 619: 55
US-IL America/Chicago 624: 01 10-11 13-14 17-22 24-28 31-36 38-50 52 54 58-69 71 73-76 78-81
US-IL America/Chicago+America/Indiana/Indianapolis 624: 23 51 77
US-MO America/Chicago 636: 01 20-33 36-38 40 45 48 50-51 53-56 60 62-66 70 74-75
US-IL+US-MO America/Chicago 636: 73
US-KS America/Chicago 677: 01 30-31 34 36-40 43-45 47-49 51-53 56-57 64
US-KS America/Chicago+America/Denver 677: 32 61
US-KS America/Denver 677: 33 35 41 58 62
US-KS America/Chicago 678: 01 31 34-35 37-44 46 49-51 53-55 59-65 67-71 76-77 80 82
US-KS America/Denver 678: 36 78-79
US-KS America/Chicago+America/Denver 678: 57
US-NE America/Chicago 690: 01 20 22 24-26 28-29 32 34 36 38-40 42-44 46
US-NE America/Denver 690: 21 23 27 30 33 37 41
US-NE America/Chicago+America/Denver 690: 45
US-NE America/Chicago 691: 01 03 20 23 30 32 35 38 42-43 51 57 63 65-67 69-71
US-NE America/Denver 691: 21-22 25 27-29 31 33-34 40-41 44-50 52-56 60 62 68 90
US-NE America/Chicago+America/Denver 691: 61
US-NE America/Chicago 692: 01 10 12 14 17 20-21
US-NE America/Denver 692: 11 16 18-19
US-AR America/Chicago 717: 01 11 20-22 24-26 28 30-31 40 42-45 47-48 50-54 58-59 62-66 68 70 72
US-AR+US-LA America/Chicago 717: 49
US-AR America/Chicago 726: 01-02 11 13 15-17 19 23-24 26 28-36 38-42 44-45 48 50-51 53-55 57-63 66 68-70 72 75 77 79-80 82-83 85-87
US-MO America/Chicago 726: 43
US-OK America/Chicago 739: 01 31-33 37-39 42 44-45 47 50-51
US-OK America/Chicago+America/Denver 739: 46
US-OK+US-TX America/Chicago 739: 49
US-TX America/Chicago 739: 60
US-TX America/Chicago 793: 11-13 16 20 22-26 29-31 36 38-39 42-43 45-47 50-51 53 55-60 63-64 66-67 69-73 76-83
US-TX America/Chicago+America/Denver 793: 14 44
US-TX America/Denver 798: 21 35-39 47 49 51 53
US-TX America/Chicago 798: 30-32 34 42-43 45-46 48 52 54
US-TX America/Chicago+America/Denver 798: 55
US-CO America/Denver 811: 01-02 20-36 38 40-41 43-44 46-49 51-55 57
US-CO+US-NM America/Denver 811: 37
US-ID America/Boise 834: 01-06 15 20-25 27-29 31 33-36 38 40-46 48-52 54-55 60 62-69
US-WY America/Denver 834: 14
US-ID America/Los_Angeles 835: 01 20 23-26 30-31 33 35-37 39-41 43-46 48 52-53 55
US-ID America/Boise+America/Los_Angeles 835: 22 42 54
US-ID America/Boise 835: 47 49
US-ID America/Los_Angeles 838: 01-06 08-16 21-27 30 32-37 39-44 47-58 60-61 64-74 76-77
US-ID America/Boise+America/Los_Angeles 838: 45-46
US-UT America/Denver 845: 01 10-13 15-16 18 20-23 25-26 28-35 37 39-40 42
US-AZ+US-UT America/Denver 845: 36
US-UT America/Denver 847: 01 10-26 28-36 38-47 49-64 66-67 70-76 79-83 90-91
US-UT America/Denver+America/Phoenix 847: 37 84
US-UT America/Denver+America/Los_Angeles 847: 65
US-AZ America/Phoenix 853: 01-13 18 20-29 31-63 65-67 71-83 85 87-88 90 92 95-96
US-AZ America/Los_Angeles+America/Phoenix 853: 64 69
US-AZ America/Denver+America/Phoenix 860: 01-05 11 15-18 20-25 28-36 38-40 42-43 45-47 52-54
US-AZ+US-UT America/Denver+America/Phoenix 860: 44
US-AZ America/Phoenix 864: 01-02 04 06 09 11-13 26 29 31-38 40-41 43-45
US-AZ America/Los_Angeles+America/Phoenix 864: 03 05 27 30 39 42 46
US-AZ America/Denver+America/Phoenix 865: 02-08 10-12 14 20 35 38 40 44-45 47 55-56
US-AZ+US-NM America/Denver+America/Phoenix 865: 15
US-NM America/Denver 880: 01-09 11-13 20-34 36 38-49 51-55 58 61-62 65 72 81
US-NM America/Denver+America/Phoenix 880: 56
US-NM+US-TX America/Denver 880: 63
US-NM America/Denver 881: 01-03 12 14-16 18-26 30 32-34 36
US-NM America/Chicago+America/Denver 881: 13 35
US-NV America/Los_Angeles 890: 01-23 25-26 28 30-34 36-37 39-49 52-54 60-61 67 70 74 77 81 84-87
US-NV America/Los_Angeles+America/Phoenix 890: 24 27 29
US-NV America/Los_Angeles 894: 02-15 18-38 40-42 44-52 60 96
US-CA+US-NV America/Los_Angeles 894: 39
US-NV America/Los_Angeles 898: 01-03 15 20-24 26 28 30-31 33-35
US-NV America/Denver+America/Los_Angeles 898: 25 32 83
US-CA America/Los_Angeles 922: 01-03 10-11 20 23 25-27 30-36 39-41 43-44 47-64 66-68 70 73-78 80-86 92
US-CA America/Los_Angeles+America/Phoenix 922: 22 42
US-HI Pacific/Honolulu 967: 01 03-10 12-22 25-34 37-57 59-74 76-86 88-93 95-97
US-AS Pacific/Pago_Pago 967: 99
US-GU Pacific/Guam 969: 10 12-13 15-17 19 21 23 28-29 31-32
PW Pacific/Palau 969: 39-40
FM Pacific/Kosrae 969: 41 44
FM Pacific/Chuuk 969: 42-43
US-MP Pacific/Saipan 969: 50-52
MH Pacific/Majuro 969: 60
MH Pacific/Kwajalein 969: 70
US-OR America/Los_Angeles 976: 01-04 20-27 30 32-34 36-41
US-CA+US-OR America/Los_Angeles 976: 35
US-OR America/Los_Angeles 978: 01 10 12-14 17-18 20 23-28 30 33-39 41-46 48 50 56-57 59 61-62 64-65 67-70 73-77 80 82-86
US-OR America/Boise+America/Los_Angeles 978: 19 40
US-OR America/Boise 979: 01-03 06 08-11 13-14 17-18 20
US-OR America/Los_Angeles 979: 04-05 07
US-AK America/Anchorage 995: 01-11 13-24 29-30 40 45 48-59 61 63-69 71-81 83 85-91 99
US-AK America/Adak 995: 46-47
US-AK America/Anchorage 999: 01 03 18-19 21-22 25-29 50
US-AK America/Anchorage+America/Los_Angeles 999: 23
`;
