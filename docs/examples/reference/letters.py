word = "banana"
print(len(word))
