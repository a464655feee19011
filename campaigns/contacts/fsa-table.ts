/**
 * Forward sortation areas of Canada: whose they are and the clocks in them.
 * Made by scripts/make-postal-places.ts, which names its sources; not to be changed by hand.
 *
 * A line is places, zones, and the prefixes whose codes are all alike, or one prefix with a colon and the rest of each
 * of its codes. A code that is not here and whose prefix has several lines may be in any of them.
 */
export const FSA_TABLE = `
CA-AB America/Edmonton T
CA-MB America/Winnipeg R
CA-NB America/Moncton E
CA-NS America/Halifax B
CA-ON America/Toronto K L M N
CA-PE America/Halifax C
CA-QC America/Toronto H J
CA-YT America/Whitehorse Y
CA-NL America/St_Johns A: 0A 0B 0C 0E 0G 0H 0J 0L 0N 1A 1B 1C 1E 1G 1H 1K 1L 1M 1N 1S 1V 1W 1X 1Y 2A 2B 2H 2N 5A 8A
CA-NL America/Goose_Bay+America/St_Johns A: 0K 0M 0P 0R
CA-NL America/Goose_Bay A: 2V
CA-QC America/Toronto G: 0A 0H 0J 0K 0L 0M 0N 0P 0R 0S 0T 0V 0W 0X 0Y 0Z 1A 1B 1C 1E 1G 1H 1J 1K 1L 1M 1N 1P 1R 1S 1T 1V 1W 1X 1Y 2A 2B 2C 2E 2G 2J 2K 2L 2M 2N 3A 3E 3G 3H 3J 3K 3L 3M 3Z 4A 4R 4S 4V 4W 4X 4Z 5A 5B 5C 5H 5J 5L 5M 5N 5R 5T 5V 5X 5Y 5Z 6A 6B 6C 6E 6G 6H 6J 6K 6L 6P 6R 6S 6T 6V 6W 6X 6Z 7A 7B 7G 7H 7J 7K 7N 7P 7S 7T 7X 7Y 7Z 8A 8B 8C 8E 8G 8H 8J 8K 8L 8M 8N 8P 8T 8V 8W 8Y 8Z 9A 9B 9C 9H 9N 9P 9R 9T 9X
CA-QC America/Halifax G: 0B 4T
CA-QC America/Halifax+America/Toronto G: 0C 0E
CA-QC America/Blanc-Sablon+America/Halifax+America/Toronto G: 0G
CA-ON America/Toronto P: 0A 0B 0C 0E 0G 0H 0J 0K 0L 0M 0N 0P 0R 0S 1A 1B 1C 1H 1L 1P 2A 2B 2N 3A 3B 3C 3E 3G 3L 3N 3P 3Y 4N 4P 4R 5A 5E 5N 6A 6B 6C 7A 7B 7C 7E 7G 7J 7K
CA-ON America/Atikokan+America/Toronto+America/Winnipeg P: 0T 0V 0W
CA-ON America/Atikokan+America/Winnipeg P: 0X
CA-ON America/Winnipeg P: 0Y 8N 8T 9A 9N
CA-SK America/Regina S: 0A 0C 0E 0G 0H 0J 0K 0N 2V 3N 4A 4H 4L 4N 4P 4R 4S 4T 4V 4W 4X 4Y 4Z 6H 6J 6K 6V 6W 6X 7H 7J 7K 7L 7M 7N 7P 7R 7S 7T 7V 9A 9H 9X
CA-SK America/Edmonton+America/Regina S: 0L 0M
CA-SK America/Regina+America/Winnipeg S: 0P
CA-SK America/Edmonton S: 9V
CA-BC America/Edmonton+America/Vancouver V: 0A
CA-BC America/Creston+America/Edmonton+America/Vancouver V: 0B 0G
CA-BC America/Dawson_Creek+America/Edmonton+America/Fort_Nelson+America/Vancouver V: 0C
CA-BC America/Vancouver V: 0E 0H 0K 0L 0M 0N 0P 0R 0S 0T 0V 0W 0X 1B 1E 1H 1K 1L 1M 1N 1P 1R 1S 1T 1V 1W 1X 1Y 1Z 2A 2B 2C 2E 2G 2H 2J 2K 2L 2M 2N 2P 2R 2S 2T 2V 2W 2X 2Y 2Z 3A 3B 3C 3E 3G 3H 3J 3K 3L 3M 3N 3R 3S 3T 3V 3W 3X 3Y 4A 4B 4C 4E 4G 4K 4L 4M 4N 4P 4R 4S 4T 4V 4W 4X 4Z 5A 5B 5C 5E 5G 5H 5J 5K 5L 5M 5N 5P 5R 5S 5T 5V 5W 5X 5Y 5Z 6A 6B 6C 6E 6G 6H 6J 6K 6L 6M 6N 6P 6R 6S 6T 6V 6W 6X 6Y 6Z 7A 7B 7C 7E 7G 7H 7J 7K 7L 7M 7N 7P 7R 7S 7T 7V 7W 7X 7Y 8A 8B 8C 8G 8J 8K 8L 8M 8N 8P 8R 8S 8T 8V 8W 8X 8Y 8Z 9A 9B 9C 9E 9G 9H 9J 9K 9L 9M 9N 9P 9R 9S 9T 9V 9W 9X 9Y
CA-BC America/Dawson_Creek+America/Vancouver V: 0J
CA-BC America/Edmonton V: 1A 1C
CA-BC America/Dawson_Creek V: 1G 1J
CA-NU America/Iqaluit+America/Resolute X: 0A
CA-NU America/Cambridge_Bay+America/Rankin_Inlet X: 0B
CA-NU America/Atikokan+America/Rankin_Inlet X: 0C
CA-NT America/Edmonton+America/Inuvik X: 0E 0G
CA-NT America/Edmonton X: 1A
`;
